// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/withheld_text.h"

#include "models/domain/drift/texts.h"

#include <QTest>

using namespace snowmelt;

namespace {

/// "S3cr3t" stands for what nobody may read.
const QString secret = QStringLiteral("S3cr3t");

void hide(const char* name, const char* line, const char* open)
{
    QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(open);
}

void keep(const char* name, const char* text)
{
    QTest::newRow(name) << QString::fromUtf8(text);
}

} // namespace

class TestWithheldText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hidesOneLine_data();
    void hidesOneLine();
    void hidesSeveralLines_data();
    void hidesSeveralLines();
    void keepsOrdinaryLines_data();
    void keepsOrdinaryLines();
    void tellsApart();
    void keepsTheLinesOfAFile();
    void isWhatIsShown();
    void messages();
    void longLinesEnd();
};

void TestWithheldText::hidesOneLine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("open");
    hide("my.cnf", "password=S3cr3t", "password=");
    hide("my.cnf, spaced", "password = S3cr3t", "password = ");
    hide("a comment", "#password = S3cr3t", "#password = ");
    hide("a number", "password = 123456S3cr3t", "password = ");
    hide("like a path", "secret_key = /k3Jf92S3cr3t+as=", "secret_key = ");
    hide("a no before it", "password = no S3cr3t", "password = ");
    hide("another sign", "pwd: S3cr3t", "pwd: ");
    hide("a name in Korean", "비밀번호 = S3cr3t", "비밀번호 = ");
    hide(".pgpass", "db.example:5432:shop:mina:S3cr3t", "db.example:5432:shop:mina:");
    hide(".pgpass, any", "db.example:*:*:mina:S3cr3t", "db.example:*:*:mina:");
    hide("nginx, Basic", "  proxy_set_header Authorization \"Basic bWluYTpS3cr3t==\";",
         "  proxy_set_header Authorization ");
    hide("a header", "Authorization: Basic bWluYTpS3cr3t", "Authorization: ");
    hide("Basic alone", "http-request set-header X-Up 'Basic bWluYTpS3cr3t='", "http-request set-header X-Up 'Basic ");
    hide("Bearer", "add_header X \"Bearer abcS3cr3tdef\"", "add_header X \"Bearer ");
    hide("haproxy, hashed", "  user mina password $6$k6y3o.eP$S3cr3t", "  user mina password ");
    hide("haproxy", "  user mina insecure-password S3cr3t", "  user mina insecure-password ");
    hide("haproxy stats", "  stats auth admin:S3cr3t", "  stats auth ");
    hide("a hash alone", "mina:$apr1$xyz$S3cr3t", "mina:");
    hide("dovecot's", "mina:{PLAIN}S3cr3t:1000:1000", "mina:{PLAIN}");
    hide("keepalived", "        auth_pass S3cr3t", "        auth_pass ");
    hide("conninfo", "primary_conninfo = 'host=db-1 port=5432 user=rep password=S3cr3t sslmode=prefer'",
         "primary_conninfo = 'host=db-1 port=5432 user=rep password=");
    hide("redis", "requirepass S3cr3t", "requirepass ");
    hide("redis, master", "masterauth S3cr3t", "masterauth ");
    hide("rabbitmq", "default_pass = S3cr3t", "default_pass = ");
    hide("rabbitmq, Erlang", "  {default_pass, <<\"S3cr3t\">>},", "  {default_pass, ");
    hide("yaml", "  password: S3cr3t", "  password: ");
    hide("yaml, with quotes", "  - token: \"S3cr3t\"", "  - token: ");
    hide("json", "  \"apiKey\": \"S3cr3t\",", "  \"apiKey\": ");
    hide("json in one line", "{\"user\":\"mina\",\"password\":\"S3cr3t\",\"port\":1}",
         "{\"user\":\"mina\",\"password\":");
    hide("json, a pair", "{\"name\": \"DB_PASSWORD\", \"value\": \"S3cr3t\"}", "{\"name\": \"DB_PASSWORD\", ");
    hide("docker's", "{\"auths\":{\"r.example\":{\"auth\":\"S3cr3t=\"}}}", "{\"auths\":");
    hide("properties", "spring.datasource.password=S3cr3t", "spring.datasource.password=");
    hide("properties, Java", "javax.net.ssl.keyStorePassword=S3cr3t", "javax.net.ssl.keyStorePassword=");
    hide("environment", "export DB_PASSWORD='S3cr3t'", "export DB_PASSWORD=");
    hide("systemd", "Environment=\"API_TOKEN=S3cr3t\"", "Environment=\"API_TOKEN=");
    hide("xml", "<password>S3cr3t</password>", "<password>");
    hide("xml attribute", "<user name=\"mina\" password=\"S3cr3t\"/>", "<user name=\"mina\" password=");
    hide("xml pair", "<property name=\"password\" value=\"S3cr3t\"/>", "<property name=\"password\" ");
    hide("xml entry", "<entry key=\"db.password\">S3cr3t</entry>", "<entry key=");
    hide("a connection", "<add connectionString=\"Server=db;Uid=mina;Pwd=S3cr3t;\"/>",
         "<add connectionString=\"Server=db;Uid=mina;Pwd=");
    hide("php", "define('DB_PASSWORD', 'S3cr3t');", "define('DB_PASSWORD', ");
    hide("php array", "$config['password'] = 'S3cr3t';", "$config['password'] = ");
    hide("php pair", "  'password' => 'S3cr3t',", "  'password' => ");
    hide("wpa", "    psk=\"S3cr3t\"", "    psk=");
    hide("wpa_passphrase", "wpa_passphrase=S3cr3t", "wpa_passphrase=");
    hide("wep", "    wep_key0=S3cr3t", "    wep_key0=");
    hide("snmp", "rocommunity S3cr3t 10.0.0.0/8", "rocommunity ");
    hide("snmp, com2sec", "com2sec local 10.0.0.0/8 S3cr3t", "com2sec ");
    hide("snmp, user", "createUser mina SHA S3cr3t AES", "createUser ");
    hide("ldap", "bindpw S3cr3t", "bindpw ");
    hide("ldap, root", "olcRootPW:: S3cr3t", "olcRootPW:: ");
    hide("ldap, sssd", "ldap_default_authtok = S3cr3t", "ldap_default_authtok = ");
    hide("msmtp", "password       S3cr3t", "password       ");
    hide("netrc", "machine h login mina password S3cr3t", "machine h login mina password ");
    hide("cifs", "//nas/x /mnt cifs username=mina,password=S3cr3t,uid=0 0 0",
         "//nas/x /mnt cifs username=mina,password=");
    hide("an address", "proxy_pass http://mina:S3cr3t@10.0.0.1:80;", "proxy_pass http://");
    hide("an address without a user", "broker = redis://:S3cr3t@cache:6379/0", "broker = redis://");
    hide("a token in an address", "url = https://S3cr3t@git.example/x.git", "url = https://");
    hide("behind a slash", "url = amqp://mina:ab/S3cr3t@mq", "url = amqp://");
    hide("a question in an address", "url = https://x.example/hook?token=S3cr3t",
         "url = https://x.example/hook?token=");
    hide("a DSN", "dsn = mina:S3cr3t@tcp(db:3306)/shop", "dsn = mina:");
    hide("an option", "ExecStart=/usr/bin/app --password S3cr3t", "ExecStart=/usr/bin/app --password ");
    hide("an option with =", "ExecStart=/usr/bin/app --api-key=S3cr3t -v", "ExecStart=/usr/bin/app --api-key=");
    hide("mysql's option", "ExecStart=/usr/bin/mysqldump -u root -pS3cr3t shop",
         "ExecStart=/usr/bin/mysqldump -u root -p");
    hide("curl's option", "curl -s -u mina:S3cr3t https://x", "curl -s -u ");
    hide("redis-cli's option", "redis-cli -h c -a S3cr3t ping", "redis-cli -h c -a ");
    hide("a list in a line", "\"keys\": [\"a\", \"S3cr3t\"]", "\"keys\": ");
    hide("aws", "id = AKIAABCDEFGHIJKLMNOP S3cr3t", "id = ");
    hide("a JWT", "x = eyJhbGciOiJIUzI1NiJ9.eyJzdWIiS3cr3t", "x = ");
    hide("cisco's key", "key 7 S3cr3t", "key ");
    hide("a method before it", "auth login S3cr3t", "auth ");
    hide("cisco", "enable secret 5 S3cr3t", "enable secret ");
    hide("pam module's", "session required pam_mount.so password=S3cr3t", "session required pam_mount.so password=");
}

void TestWithheldText::hidesOneLine()
{
    QFETCH(QString, line);
    QFETCH(QString, open);
    const QString told = withoutSecrets(line);
    QVERIFY2(told.startsWith(open + QStringLiteral("\u2026 sha256 ")), qPrintable(told));
    QCOMPARE(told.size(), open.size() + 2 + 7 + 16);
    QVERIFY(!told.contains(secret));
    QCOMPARE(withheldLines(told), 1);
}

void TestWithheldText::hidesSeveralLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("lines");
    const auto several = [](const char* name, const char* text, int lines) {
        QTest::newRow(name) << QString::fromUtf8(text) << lines;
    };
    several("a private key",
            "a=1\n-----BEGIN RSA PRIVATE KEY-----\nS3cr3t\nS3cr3tb\n-----END RSA PRIVATE KEY-----\nb=2", 2);
    several("a private key without its end", "-----BEGIN OPENSSH PRIVATE KEY-----\nS3cr3t\nS3cr3t", 2);
    several("a key in a line", "k = \"-----BEGIN PRIVATE KEY-----\\nS3cr3t\\n-----END PRIVATE KEY-----\"\nb=2", 1);
    several("openvpn's", "-----BEGIN OpenVPN Static key V1-----\nS3cr3t\n-----END OpenVPN Static key V1-----\nb=2", 1);
    several("a block of yaml", "password: |\n  S3cr3t\n\n  S3cr3t: no\nb: 2", 2);
    several("a list of yaml", "passwords:\n- S3cr3t\n- S3cr3t\nb: 2", 2);
    several("children", "secrets:\n  mina: S3cr3t\n  eve:\n    - S3cr3t\nb: 2", 2);
    several("json list", "{\n  \"tokens\": [\n    \"S3cr3t\",\n    \"S3cr3t\"\n  ],\n  \"b\": 2\n}", 2);
    several("a pair of kubernetes", "- name: DB_PASSWORD\n  value: S3cr3t\n- name: B\n  value: 2", 1);
    several("a pair of xml", "<property>\n<name>fs.s3a.secret.key</name>\n<value>S3cr3t</value>\n</property>", 1);
    several("plist", "<key>password</key>\n<string>S3cr3t</string>\n", 1);
    several("an element", "<password>\n  S3cr3t\n</password>\n<b>2</b>", 1);
    several("continued", "password = S3cr3t\\\n  S3cr3t\nb = 2", 2);
    several("quoted", "PASSWORD=\"S3cr3t\nS3cr3t\"\nB=2", 2);
    several("quoted thrice", "password = \"\"\"\nS3cr3t\nS3cr3t\n\"\"\"\nb = 2", 4);
    several("a section", "[admins]\nmina = S3cr3t\n\n[b]\nb = 2", 1);
}

void TestWithheldText::hidesSeveralLines()
{
    QFETCH(QString, text);
    QFETCH(int, lines);
    const QString told = withoutSecrets(text);
    QVERIFY2(!told.contains(secret), qPrintable(told));
    QVERIFY2(withheldLines(told) >= lines, qPrintable(told));
    QVERIFY2(withheldLines(told) <= lines + 1, qPrintable(told)); // a name may go with its value
    QCOMPARE(told.count(u'\n'), text.count(u'\n'));
    QCOMPARE(told.split(u'\n').last(), text.contains(u'2') || text.endsWith(u'\n') || text.endsWith(u'>')
                                           ? text.split(u'\n').last()
                                           : told.split(u'\n').last());
}

void TestWithheldText::keepsOrdinaryLines_data()
{
    QTest::addColumn<QString>("text");
    keep("ssh_config",
         "Host *\n#   PasswordAuthentication yes\n#   HostbasedAuthentication no\n#   StrictHostKeyChecking ask\n"
         "#   IdentityFile ~/.ssh/id_rsa\n#   IdentityFile ~/.ssh/id_ed25519\n#   Port 22\n"
         "#   UserKnownHostsFile ~/.ssh/known_hosts.d/%k\n    SendEnv LANG LC_*\n    HashKnownHosts yes\n"
         "    GSSAPIAuthentication yes\n#   RekeyLimit 1G 1h\n");
    keep("sshd_config",
         "PermitRootLogin prohibit-password\nPasswordAuthentication no\nPermitEmptyPasswords no\n"
         "PubkeyAuthentication yes\nKbdInteractiveAuthentication no\nUsePAM yes\nMaxAuthTries 6\n"
         "HostKey /etc/ssh/ssh_host_ed25519_key\nAuthorizedKeysFile .ssh/authorized_keys .ssh/authorized_keys2\n"
         "AuthorizedKeysCommand none\nHostKeyAlgorithms +ssh-rsa\nKexAlgorithms curve25519-sha256\n"
         "# To disable tunneled clear text passwords, change to no here!\nPubkeyAcceptedAlgorithms +ssh-rsa\n"
         "AuthenticationMethods publickey,password\nAuthenticationMethods any\n");
    keep("nginx",
         "ssl_certificate /etc/ssl/certs/shop.pem;\nssl_certificate_key /etc/ssl/private/shop.pem;\n"
         "ssl_certificate_key /certs/key.pem;\nproxy_pass http://127.0.0.1:8080;\nproxy_pass http://backend/x/;\n"
         "fastcgi_pass unix:/run/php/php.sock;\nauth_basic \"Shop\";\nauth_basic_user_file /etc/nginx/users;\n"
         "proxy_set_header Host $host;\nproxy_set_header Authorization $http_authorization;\n"
         "ssl_session_tickets off;\nkeepalive_timeout 65;\nserver_tokens off;\nlisten 443 ssl;\n"
         "ssl_password_file /etc/nginx/pw;\n");
    keep("sysctl", "net.ipv4.tcp_keepalive_time = 600\nkernel.sysrq=0\nvm.swappiness = 10\n"
                   "net.ipv4.conf.all.rp_filter = 1\nkernel.keys.maxkeys = 2000\n");
    keep("fstab",
         "# <file system> <mount point> <type> <options> <dump> <pass>\nUUID=12ab / ext4 errors=remount-ro 0 1\n"
         "//nas/x /mnt cifs credentials=/etc/samba/cred,uid=1000 0 0\n");
    keep("hosts",
         "127.0.0.1 localhost\n::1 localhost ip6-localhost\n10.0.0.1 auth-1 auth-1.example\nfe80:0:0:1::2 x\n");
    keep("nsswitch", "passwd:         files systemd\ngroup:          files\nhosts: files dns\n");
    keep("pam", "auth required pam_unix.so nullok\nauth [success=1 default=ignore] pam_unix.so\n"
                "password requisite pam_pwquality.so retry=3\n@include common-auth\n@include common-password\n");
    keep("login.defs", "PASS_MAX_DAYS 99999\nPASS_MIN_DAYS 0\nPASS_WARN_AGE 7\nENCRYPT_METHOD YESCRYPT\n"
                       "PASS_MAX_DAYS\t99999\n");
    keep("apt", "deb [signed-by=/usr/share/keyrings/x.gpg] https://deb.example/debian stable main\n");
    keep("postgresql", "password_encryption = scram-sha-256\nssl_key_file = '/etc/ssl/private/snakeoil.key'\n"
                       "hostssl all all 10.0.0.0/8 scram-sha-256\nlisten_addresses = '*'\nmax_connections = 100\n");
    keep("haproxy", "timeout connect 5s\nserver a 10.0.0.1:80 check\nbind :443 ssl crt /etc/haproxy/site.pem\n");
    keep("my.cnf", "[client]\nuser = shop\nkey_buffer_size = 16M\nport = 3306\nsocket = /run/mysqld/mysqld.sock\n");
    keep("wpa", "key_mgmt=WPA-PSK\nssid=\"shop\"\n");
    keep("references", "password: ${DB_PASSWORD}\npassword = {{ db_password }}\npassword = %(db)s\n");
    keep("rsyncd", "secrets file = /etc/rsyncd.secrets\nauth users = mina, eve\nuid = nobody\n");
    keep("compose", "secrets:\n  db:\n    file: ./db.txt\nservices:\n  web:\n    image: nginx\n");
    keep("keyboard", "XKBLAYOUT=\"us\"\nKEYMAP=us\n# keyboard configuration file\nkeyboard-layout us\n");
    keep("a public key", "-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----\nport = 1\n");
    keep("nothing", "\n\n");
    keep("Korean", "이름 = 눈\n");
}

void TestWithheldText::keepsOrdinaryLines()
{
    QFETCH(QString, text);
    QCOMPARE(withoutSecrets(text), text);
    QCOMPARE(withheldLines(text), 0);
}

void TestWithheldText::tellsApart()
{
    const QString one = withoutSecrets(QStringLiteral("password = S3cr3ta"));
    const QString other = withoutSecrets(QStringLiteral("password = S3cr3tb"));
    QVERIFY(one != other);
    QCOMPARE(withoutSecrets(QStringLiteral("password = S3cr3ta")), one);
    QVERIFY(withoutSecrets(one) != one); // who writes a mark into a file has no other file's text
    QVERIFY(withoutSecrets(QStringLiteral("password = S3cr3ta ")) != one);
}

void TestWithheldText::keepsTheLinesOfAFile()
{
    const QString told = withoutSecrets(QStringLiteral("[client]\r\npassword=S3cr3t\r\nport = 3306\r\n"));
    QVERIFY(told.startsWith(QStringLiteral("[client]\r\npassword=\u2026 sha256 ")));
    QVERIFY(told.endsWith(QStringLiteral("\nport = 3306\r\n")));
}

void TestWithheldText::isWhatIsShown()
{
    QVERIFY(!showableText("user = mina\npassword = S3cr3t\n").contains(secret));
    QVERIFY(
        showableText("user = mina\npassword = S3cr3t\n").startsWith(QStringLiteral("user = mina\npassword = \u2026")));
}

void TestWithheldText::messages()
{
    for (const char* open : {"sudo: a password is required", "Permission denied (publickey,password).",
                             "Your password has expired.\nPassword change required but no TTY available.",
                             "find: '/root/key': Permission denied", "Host key verification failed."})
        QCOMPARE(messageWithoutSecrets(QString::fromLatin1(open)), QString::fromLatin1(open));
    for (const char* closed : {"sh: 3: TOKEN=S3cr3t: not found", "cannot reach http://mina:S3cr3t@mirror/",
                               "bad line: Authorization: Basic S3cr3tzz="}) {
        const QString told = messageWithoutSecrets(QString::fromLatin1(closed));
        QVERIFY2(!told.contains(secret), qPrintable(told));
        QCOMPARE(withheldLines(told), 1);
    }
}

void TestWithheldText::longLinesEnd()
{
    for (const char* part :
         {"password=no ", "key:1,", "a:b@", "a-b.", "\"", "$1$", "http://", "key \"", "{PLAIN}", " "}) {
        const QString line = QString::fromLatin1(part).repeated(int(textLimit) / int(qstrlen(part)));
        QCOMPARE(withoutSecrets(line).count(u'\n'), 0);
    }
}

QTEST_GUILESS_MAIN(TestWithheldText)
#include "tst_withheld_text.moc"
