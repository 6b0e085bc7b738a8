// SPDX-License-Identifier: GPL-3.0-or-later
// Known hosts against ssh-keygen, with real keys.
#include "models/domain/ssh/known_hosts.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

class TestKnownHosts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QList<HostKey> m_keys; // two of ed25519, one of ecdsa, one of rsa

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QByteArray run(const QStringList& arguments) const
    {
        QProcess keygen;
        keygen.start(QStringLiteral("ssh-keygen"), arguments);
        return keygen.waitForFinished(120'000) ? keygen.readAllStandardOutput() : QByteArray("failed");
    }
    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    QByteArray text(int key) const { return m_keys.at(key).type + ' ' + m_keys.at(key).blob.toBase64(); }
    static KnownHosts known(const QByteArray& bytes)
    {
        KnownHosts hosts;
        readKnownHosts(bytes, QStringLiteral("kh"), &hosts);
        return hosts;
    }
    HostKeyJudgement judge(const QByteArray& bytes, const SshPeer& peer, int key) const
    {
        return judgeHostKey(known(bytes), peer, m_keys.at(key));
    }
    /// Lines of the file that ssh-keygen -F finds for a name.
    QList<int> foundByKeygen(const QByteArray& name) const
    {
        QList<int> lines;
        const QByteArray output =
            run({QStringLiteral("-F"), QString::fromUtf8(name), QStringLiteral("-f"), path(QStringLiteral("kh"))});
        for (const QByteArray& line : output.split('\n')) {
            if (line.startsWith("# Host "))
                lines << line.mid(line.indexOf("found: line ") + 12).split(' ').constFirst().toInt();
        }
        return lines;
    }
    /// Lines that decide about a key nobody has: all that are for this name.
    static QList<int> foundByUs(const QByteArray& bytes, const SshPeer& peer)
    {
        QList<int> lines;
        const HostKey nobodys{"ssh-ed25519", "nobody's"};
        const HostKeyJudgement judgement = judgeHostKey(known(bytes), peer, nobodys);
        for (const SshPlace& place : judgement.lines + judgement.authorities)
            lines << place.line;
        std::sort(lines.begin(), lines.end());
        return lines;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QStringList types{QStringLiteral("ed25519"), QStringLiteral("ed25519"), QStringLiteral("ecdsa"),
                                QStringLiteral("rsa")};
        for (const QString& type : types) {
            const QString name = QStringLiteral("k%1").arg(m_keys.size());
            run({QStringLiteral("-q"), QStringLiteral("-t"), type, QStringLiteral("-N"), QString(),
                 QStringLiteral("-f"), path(name)});
            const std::optional<HostKey> key = parseHostKey(QString::fromUtf8(read(name + u".pub")));
            QVERIFY(key.has_value());
            m_keys << *key;
        }
    }

    void fingerprints()
    {
        for (int i = 0; i < m_keys.size(); ++i) {
            const QByteArray line =
                run({QStringLiteral("-l"), QStringLiteral("-f"), path(QStringLiteral("k%1.pub").arg(i))});
            QCOMPARE(fingerprint(m_keys.at(i).blob), QString::fromUtf8(line.split(' ').value(1)));
        }
    }

    void verdicts()
    {
        const QByteArray bytes = "# comment\n\nweb1,web2 " + text(0) + " a comment\n*.example.org,!db.example.org " +
                                 text(1) + "\nweb1 " + text(2) + "\n@revoked * " + text(3) +
                                 "\n@cert-authority *.example.org " + text(0) + "\n[web1]:2222 " + text(1) + '\n';
        const SshPeer web1{QStringLiteral("Web1"), 22, {}};
        QCOMPARE(judge(bytes, web1, 0).verdict, HostKeyVerdict::Known);
        QCOMPARE(judge(bytes, web1, 0).lines, (QList<SshPlace>{{QStringLiteral("kh"), 3, 1}}));
        const HostKeyJudgement changed = judge(bytes, web1, 1);
        QCOMPARE(changed.verdict, HostKeyVerdict::Changed);
        QCOMPARE(changed.lines, (QList<SshPlace>{{QStringLiteral("kh"), 3, 1}, {QStringLiteral("kh"), 5, 1}}));
        QCOMPARE(judge(bytes, web1, 3).verdict, HostKeyVerdict::Revoked);
        QCOMPARE(judge(bytes, {QStringLiteral("a.example.org"), 22, {}}, 1).verdict, HostKeyVerdict::Known);
        QCOMPARE(judge(bytes, {QStringLiteral("db.example.org"), 22, {}}, 1).verdict, HostKeyVerdict::Unknown);
        QCOMPARE(judge(bytes, {QStringLiteral("a.example.org"), 22, {}}, 0).authorities.size(), 1);
        QCOMPARE(judge(bytes, {QStringLiteral("a.example.org"), 22, {}}, 0).verdict, HostKeyVerdict::Changed);
        QCOMPARE(judge(bytes, {QStringLiteral("x"), 22, QStringLiteral("web1")}, 0).verdict, HostKeyVerdict::Known);
        QCOMPARE(knownKeyTypes(known(bytes), web1), (QList<QByteArray>{m_keys.at(0).type, m_keys.at(2).type}));
    }

    void aPortOfItsOwn()
    {
        const QByteArray bytes = "web1,web2 " + text(0) + "\n[web1]:2222 " + text(1) + '\n';
        QCOMPARE(judge(bytes, {QStringLiteral("web1"), 2222, {}}, 1).verdict, HostKeyVerdict::Known);
        QCOMPARE(judge(bytes, {QStringLiteral("web1"), 2222, {}}, 0).verdict, HostKeyVerdict::Changed);
        QCOMPARE(judge(bytes, {QStringLiteral("web2"), 2222, {}}, 0).verdict, HostKeyVerdict::Known);
        QCOMPARE(judge(bytes, {QStringLiteral("web2"), 2222, {}}, 1).verdict, HostKeyVerdict::Unknown);
    }

    void anAuthorityAloneVouchesForNoKey()
    {
        const HostKeyJudgement judgement = judge("@cert-authority web1 " + text(0) + '\n', {QStringLiteral("web1")}, 0);
        QCOMPARE(judgement.verdict, HostKeyVerdict::Unknown);
        QCOMPARE(judgement.authorities.size(), 1);
    }

    void brokenLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("flaw");
        const auto row = [](const char* name, const QByteArray& line, KnownHostFlaw flaw) {
            QTest::newRow(name) << line << int(flaw);
        };
        row("nothing but a name", "web1", KnownHostFlaw::NoKey);
        row("no blob", "web1 ssh-ed25519", KnownHostFlaw::NoKey);
        row("a comment for a key", "web1 # ssh-ed25519 AAAA", KnownHostFlaw::NoKey);
        row("no base64", "web1 ssh-ed25519 !!!!", KnownHostFlaw::BadKey);
        row("another type", "web1 ssh-rsa " + m_keys.value(0).blob.toBase64(), KnownHostFlaw::BadKey);
        row("protocol 1", "web1 1024 35 1234567", KnownHostFlaw::BadKey);
        row("a marker nobody knows", "@trusted web1 " + text(0), KnownHostFlaw::BadMarker);
        row("two markers", "@revoked @revoked web1 " + text(0), KnownHostFlaw::BadMarker);
        row("hash of another version", "|2|AAAA|AAAA " + text(0), KnownHostFlaw::BadHash);
        row("a short salt", "|1|AAAA|AAAA " + text(0), KnownHostFlaw::BadHash);
        row("NUL", QByteArray("web1\0 ", 6) + text(0), KnownHostFlaw::NulByte);
        row("a megabyte", QByteArray(1'000'000, 'x'), KnownHostFlaw::NoKey);
    }
    void brokenLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, flaw);
        const KnownHosts hosts = known("ok " + text(1) + '\n' + line + "\nok2 " + text(1));
        QCOMPARE(hosts.hosts.size(), 2);
        QCOMPARE(hosts.broken.size(), 1);
        QCOMPARE(int(hosts.broken.constFirst().flaw), flaw);
        QCOMPARE(hosts.broken.constFirst().place.line, 2);
        QCOMPARE(judgeHostKey(hosts, {QStringLiteral("web1")}, m_keys.at(0)).verdict, HostKeyVerdict::Unknown);
    }

    void binaryIsNeverKnown()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes(random.bounded(2000), '\0');
            for (char& c : bytes)
                c = static_cast<char>(random.bounded(256));
            QCOMPARE(judge(bytes, {QStringLiteral("web1")}, 0).verdict, HostKeyVerdict::Unknown);
        }
    }

    void linesWeWriteAreFoundByKeygen()
    {
        QByteArray salt(20, '\0');
        for (char& c : salt)
            c = static_cast<char>(QRandomGenerator::global()->bounded(256));
        const QList<SshPeer> peers{{QStringLiteral("Web1")}, {QStringLiteral("web1"), 2222, {}}};
        for (const SshPeer& peer : peers) {
            const QByteArray plain = knownHostLine(peer, m_keys.at(2));
            const QByteArray hashed = knownHostLine(peer, m_keys.at(0), salt);
            QVERIFY(!hashed.contains("web1"));
            write(QStringLiteral("kh"), plain + hashed);
            QCOMPARE(foundByKeygen(knownHostName(peer)), (QList<int>{1, 2}));
            QCOMPARE(judge(plain + hashed, peer, 0).verdict, HostKeyVerdict::Known);
            QCOMPARE(judge(plain + hashed, peer, 2).verdict, HostKeyVerdict::Known);
        }
    }

    // Any file: the lines ssh-keygen finds for a name are the lines that count for us, plain and after it hashed them.
    void sameLinesAsKeygen()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QList<QByteArray> patterns{"web1", "web2", "web*",        "w?b1",        "!web2",   "*.example.org",
                                         "a.b",  "WEB1", "[web1]:2222", "[web*]:22?2", "10.0.0.1"};
        const QList<SshPeer> peers{{QStringLiteral("web1")},
                                   {QStringLiteral("web2")},
                                   {QStringLiteral("x.example.org")},
                                   {QStringLiteral("10.0.0.1")}};
        for (int round = 0; round < 12; ++round) {
            QByteArray bytes;
            for (int i = 0; i < 12; ++i) {
                QList<QByteArray> names;
                for (int n = random.bounded(3); n >= 0; --n)
                    names << patterns.at(random.bounded(int(patterns.size())));
                if (random.bounded(8) == 0)
                    bytes += "@cert-authority ";
                bytes += names.join(',') + ' ' + text(random.bounded(4)) + (random.bounded(2) ? " note\n" : "\n");
            }
            for (const bool hashed : {false, true}) {
                write(QStringLiteral("kh"), bytes);
                if (hashed)
                    run({QStringLiteral("-H"), QStringLiteral("-f"), path(QStringLiteral("kh"))});
                const QByteArray now = read(QStringLiteral("kh"));
                QVERIFY(known(now).broken.isEmpty());
                for (const SshPeer& peer : peers)
                    QCOMPARE(foundByUs(now, peer), foundByKeygen(knownHostName(peer)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestKnownHosts)
#include "tst_known_hosts.moc"
