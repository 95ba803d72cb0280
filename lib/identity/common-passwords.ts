/** Passwords of eight characters and more that head every published list of leaked ones, in lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 12345678910 123123123 123456123 123321123 0123456789 9876543210 987654321
  87654321 11223344 1122334455 12341234 1234qwer 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 q1w2e3r4 q1w2e3r4t5 zaq12wsx
  qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwertz123 azertyuiop asdfghjk asdfghjkl zxcvbnm1 password
  password1 password12 password123 password1234 passw0rd p@ssword p@ssw0rd p@ssw0rd1 pa$$word passwort kennwort
  motdepasse contraseña letmein1 letmein123 welcome1 welcome123 iloveyou iloveyou1 iloveyou2 princess sunshine
  football baseball basketball superman batman123 starwars pokemon1 michael1 jennifer charlie1 dragon123 master123
  monkey123 shadow123 trustno1 whatever computer internet samsung1 abcd1234 abc12345 abcdefgh abcdefg1 a1b2c3d4
  aa123456 changeme changeme1 secret123 administrator admin123 admin1234 test1234 testtest default1 guest1234
  liverpool chelsea1 arsenal1 barcelona hello123 freedom1 mustang1 corvette maverick mercedes blink182 snoopy123`.split(
    /\s+/,
  ),
);
