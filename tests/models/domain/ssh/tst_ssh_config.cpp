// SPDX-License-Identifier: GPL-3.0-or-later
// OpenSSH's client configuration by value.
#include "tests/models/domain/ssh/ssh_words.h"

#include <QRandomGenerator>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::testing;
using Code = SshProblemCode;

namespace {

const QString mainFile = QStringLiteral("/home/ann/.ssh/config");

/// Files in memory; a pattern with "*" at its end finds what begins so.
class Memory
{
public:
    QMap<QString, QByteArray> texts;
    QString unreadable;

    SshFiles files() const
    {
        return {[this](const QString& path) { return read(path); },
                [this](const QString& pattern) { return glob(pattern); }};
    }

private:
    SshFileRead read(const QString& path) const
    {
        if (path == unreadable)
            return {SshFileRead::State::Unreadable, {}};
        return texts.contains(path) ? SshFileRead{SshFileRead::State::Read, texts.value(path)} : SshFileRead{};
    }
    QStringList glob(const QString& pattern) const
    {
        QStringList found;
        const QString begin = pattern.section(u'*', 0, 0);
        const QStringList all = texts.keys() + QStringList{unreadable};
        for (const QString& path : all) {
            if (!path.isEmpty() && (pattern.endsWith(u'*') ? path.startsWith(begin) : path == pattern))
                found << path;
        }
        return found;
    }
};

SshQuery query(const char* host)
{
    SshPerson ann{QStringLiteral("ann"), QStringLiteral("/home/ann"), QStringLiteral("desk.example.org"), 1000, {}};
    ann.environment = {{QStringLiteral("SSH_AUTH_SOCK"), QStringLiteral("/run/agent")},
                       {QStringLiteral("KEYS"), QStringLiteral("/keys")}};
    return {QString::fromUtf8(host), {}, 0, ann};
}

SshResolved resolved(const QByteArray& config, const char* host = "web1")
{
    Memory memory;
    memory.texts.insert(mainFile, config);
    return resolveSshHost(query(host), memory.files(), mainFile, {});
}

QString problem(Code code, int line, int column, const char* args)
{
    return QStringLiteral("%1 %2:%3 %4").arg(int(code)).arg(line).arg(column).arg(QString::fromUtf8(args));
}

} // namespace

class TestSshConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstValueWins()
    {
        const SshResolved web =
            resolved("Host web*\n Port 2200\n User=bob\nHost *\n Port 22\n HostName %h.example.org\n"
                     " IdentityFile a\nHost web1\n IdentityFile b\n");
        QVERIFY2(web.ok(), qPrintable(shown(web.problems)));
        QCOMPARE(web.way.hostName, QStringLiteral("web1.example.org"));
        QCOMPARE(web.way.port, 2200);
        QCOMPARE(web.way.user, QStringLiteral("bob"));
        QCOMPARE(web.way.identityFiles, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void whatIsGivenGoesFirst()
    {
        Memory memory;
        memory.texts.insert(mainFile, "User bob\nPort 2200\n");
        SshQuery asked = query("web1");
        asked.user = QStringLiteral("root");
        asked.port = 22;
        const SshResolved way = resolveSshHost(asked, memory.files(), mainFile, {});
        QCOMPARE(way.way.user, QStringLiteral("root"));
        QCOMPARE(way.way.port, 22);
    }

    void theSystemsFileComesAfter()
    {
        Memory memory;
        memory.texts.insert(mainFile, "Host web1\n Port 1\n");
        memory.texts.insert(QStringLiteral("/etc/ssh/ssh_config"), "Port 2\nUser sys\nInclude d/*\n");
        memory.texts.insert(QStringLiteral("/etc/ssh/d/one"), "HostKeyAlias one\n");
        const SshResolved way =
            resolveSshHost(query("web1"), memory.files(), mainFile, QStringLiteral("/etc/ssh/ssh_config"));
        QVERIFY2(way.ok(), qPrintable(shown(way.problems)));
        QCOMPARE(way.way.port, 1);
        QCOMPARE(way.way.user, QStringLiteral("sys"));
        QCOMPARE(way.way.hostKeyAlias, QStringLiteral("one"));
    }

    void withoutFiles()
    {
        const SshResolved way = resolveSshHost(query("Web1"), Memory().files(), mainFile, {});
        QVERIFY(way.ok());
        QCOMPARE(way.way.hostName, QStringLiteral("web1"));
        QCOMPARE(way.way.user, QStringLiteral("ann"));
        QCOMPARE(way.way.agentSocket, QStringLiteral("/run/agent"));
        QCOMPARE(way.way.identityFiles.constFirst(), QStringLiteral("/home/ann/.ssh/id_rsa"));
        QVERIFY(!way.way.identitiesNamed);
    }

    void tokens()
    {
        const SshResolved way =
            resolved("HostName %h.x\nUser bob\nPort 7\nHostKeyAlias al\nIdentityFile ~/%h-%n-%p-%r\n"
                     "IdentityFile ${KEYS}/%u-%i-%d-%L-%l-%k-%%\nIdentityFile none\n"
                     "ProxyJump %r@j-%n\nIdentityAgent ~/agent\n");
        QVERIFY2(way.ok(), qPrintable(shown(way.problems)));
        QCOMPARE(way.way.identityFiles,
                 (QStringList{QStringLiteral("/home/ann/web1.x-web1-7-bob"),
                              QStringLiteral("/keys/ann-1000-/home/ann-desk-desk.example.org-al-%")}));
        QCOMPARE(shown(way.way.jumps), QStringLiteral("bob@j-web1"));
        QCOMPARE(way.way.agentSocket, QStringLiteral("/home/ann/agent"));
        QCOMPARE(resolved("IdentityAgent none").way.agentSocket, QString());
        QCOMPARE(resolved("IdentityAgent $KEYS").way.agentSocket, QStringLiteral("/keys"));
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QByteArray& config, const QString& expected) {
            QTest::newRow(config.left(40).constData()) << config << expected;
        };
        row("\n  Pot 22\n", problem(Code::UnknownKeyword, 2, 3, "pot,Port"));
        row("Port\n", problem(Code::MissingArgument, 1, 1, "port"));
        row("Port # 22\n", problem(Code::MissingArgument, 1, 1, "Port"));
        row("Port 0\n", problem(Code::BadValue, 1, 1, "Port,0"));
        row("Port 65536\n", problem(Code::BadValue, 1, 1, "Port,65536"));
        row("Host other\n Port x\n", problem(Code::BadValue, 2, 2, "Port,x"));
        row("User a b\n", problem(Code::ExtraArguments, 1, 1, "User,b"));
        row("User \"a\n", problem(Code::InvalidQuotes, 1, 6, ""));
        row("User a\\\n", QString());
        row("Host \"\"\n", problem(Code::MissingArgument, 1, 1, "Host"));
        row("Match\n", problem(Code::MissingArgument, 1, 1, "match"));
        row("Match user\n", problem(Code::BadMatch, 1, 7, "user"));
        row("Match foo bar\n", problem(Code::BadMatch, 1, 7, "foo"));
        row("Match host a user b all\n", problem(Code::BadMatch, 1, 21, "all"));
        row("ConnectTimeout soon\n", problem(Code::BadValue, 1, 1, "ConnectTimeout,soon"));
        row("BatchMode maybe\n", problem(Code::BadValue, 1, 1, "BatchMode,maybe"));
        row("PubkeyAuthentication bound\n", problem(Code::BadValue, 1, 1, "PubkeyAuthentication,bound"));
        row("PasswordAuthentication unbound\n", problem(Code::BadValue, 1, 1, "PasswordAuthentication,unbound"));
        row("StrictHostKeyChecking maybe\n", problem(Code::BadValue, 1, 1, "StrictHostKeyChecking,maybe"));
        row("ProxyJump a,,b\n", problem(Code::BadValue, 1, 1, "ProxyJump,a,,b"));
        row("ProxyJump a b\n", problem(Code::BadValue, 1, 1, "ProxyJump,a b"));
        row("ProxyJump web1\n", problem(Code::JumpLoop, 1, 11, "web1"));
        row("UserKnownHostsFile /a none\n", problem(Code::BadValue, 1, 1, "UserKnownHostsFile,none"));
        row("HostName %x\n", problem(Code::UnknownToken, 1, 10, "HostName,%x"));
        row("IdentityFile /k/%\n", problem(Code::UnknownToken, 1, 14, "IdentityFile,%"));
        row("IdentityFile ${NOPE}/x\n", problem(Code::UnsetVariable, 1, 14, "IdentityFile,NOPE"));
        row("IdentityFile ~bob/x\n", problem(Code::BadValue, 1, 14, "IdentityFile,~bob/x"));
        row("IdentityFile \xff\n", problem(Code::NotUtf8, 1, 14, ""));
        row("# f\xfcr alle\nPort 22\n", QString());
        row(QByteArray("Port 22\0\n", 9), problem(Code::NulByte, 1, 8, ""));
        row("IgnoreUnknown foo*,bar\nFooBar x\nBar y\n", QString());
        row("Include ~/.ssh/nothing\n", QString());
        row("Include ~bob/x\n", problem(Code::BadValue, 1, 1, "Include,~bob/x"));
    }
    void problems()
    {
        QFETCH(QByteArray, config);
        QFETCH(QString, expected);
        QCOMPARE(shown(resolved(config).problems), expected);
    }

    void whatIsNotSupportedIsSaid()
    {
        const SshResolved way =
            resolved("ForwardX11 yes\nProxyCommand nc %h %p\nHost other\n CertificateFile x\nHost *\n"
                     "CertificateFile a\nCertificateFile b\nCheckHostIP no\nCheckHostIP yes\nCiphers x\n"
                     "Match host web1 exec \"test -f x\"\n Port 7\nMatch host other exec x\n Port 8\n"
                     "Match all\n ProxyJump j\n");
        QVERIFY2(way.ok(), qPrintable(shown(way.problems)));
        QStringList said;
        for (const SshUnsupported& each : way.unsupported)
            said << QStringLiteral("%1 %2:%3").arg(each.what).arg(each.place.line).arg(each.place.column);
        QCOMPARE(said.join(u'\n'), QStringLiteral("ProxyCommand 2:1\nCertificateFile 6:1\nCertificateFile 7:1\n"
                                                  "Ciphers 10:1\nMatch exec 11:17"));
        QCOMPARE(way.way.port, 22);
        QVERIFY(way.way.jumps.isEmpty()); // the command came first
    }

    void howALoginIsNarrowed_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QString>("expected"); // what is left
        const auto row = [](const char* config, const char* expected) {
            QTest::newRow(config) << QByteArray(config) << QString::fromUtf8(expected);
        };
        row("", "asks key challenge password");
        row("BatchMode yes\n", "key challenge password");
        row("BatchMode no\nBatchMode yes\n", "asks key challenge password"); // the first counts
        row("PubkeyAuthentication no\n", "asks challenge password");
        row("DSAAuthentication no\nPubkeyAuthentication yes\n", "asks challenge password"); // one option, two names
        row("PubkeyAuthentication unbound\n", "asks key challenge password");
        row("PubkeyAuthentication host-bound\n", "asks key challenge password");
        row("KbdInteractiveAuthentication no\n", "asks key password");
        row("ChallengeResponseAuthentication no\nKbdInteractiveAuthentication yes\n", "asks key password");
        row("SkeyAuthentication no\n", "asks key password");
        row("TISAuthentication no\n", "asks key password");
        row("PasswordAuthentication FALSE\n", "asks key challenge");
        row("Host other\n PasswordAuthentication no\n BatchMode yes\n", "asks key challenge password");
    }
    void howALoginIsNarrowed()
    {
        QFETCH(QByteArray, config);
        QFETCH(QString, expected);
        const SshResolved found = resolved(config);
        QVERIFY2(found.ok(), qPrintable(shown(found.problems)));
        QCOMPARE(found.unsupported.size(), 0);
        const SshWay& way = found.way;
        QStringList left;
        left << (way.asksNobody ? QString() : u"asks"_qs) << (way.mayUseKeys ? u"key"_qs : QString())
             << (way.mayUseChallenges ? u"challenge"_qs : QString())
             << (way.mayUsePasswords ? u"password"_qs : QString());
        left.removeAll(QString());
        QCOMPARE(left.join(u' '), expected);
    }

    void anotherPassIsSaidEvenWhereItsBlockIsForOthers()
    {
        QCOMPARE(resolved("Match host other final\nPort 7\n").unsupported.size(), 1);
        QCOMPARE(resolved("Match canonical all\nPort 7\n").way.port, 22);
    }

    void includesThatGoRound()
    {
        Memory memory;
        memory.texts.insert(mainFile, "\nInclude a\nPort 7\n");
        memory.texts.insert(QStringLiteral("/home/ann/.ssh/a"), "User bob\nInclude config\n");
        const SshResolved way = resolveSshHost(query("web1"), memory.files(), mainFile, {});
        QCOMPARE(way.problems.size(), 1);
        QCOMPARE(way.problems.constFirst(),
                 (SshProblem{Code::IncludeCycle, {mainFile}, {QStringLiteral("/home/ann/.ssh/a"), 2, 9}}));
        QCOMPARE(way.way.port, 7);
    }

    void includesAreBounded()
    {
        Memory deep;
        deep.texts.insert(mainFile, "Include 1\n");
        for (int i = 1; i <= 18; ++i)
            deep.texts.insert(QStringLiteral("/home/ann/.ssh/%1").arg(i),
                              "Include " + QByteArray::number(i + 1) + '\n');
        const SshResolved tooDeep = resolveSshHost(query("web1"), deep.files(), mainFile, {});
        QCOMPARE(tooDeep.problems.size(), 1);
        QCOMPARE(int(tooDeep.problems.constFirst().code), int(Code::IncludeTooDeep));
        QCOMPARE(tooDeep.problems.constFirst().place.file, QStringLiteral("/home/ann/.ssh/16"));

        Memory wide;
        wide.texts.insert(mainFile, QByteArray("Include 1\n").repeated(80));
        wide.texts.insert(QStringLiteral("/home/ann/.ssh/1"), QByteArray("Include 2\n").repeated(80));
        wide.texts.insert(QStringLiteral("/home/ann/.ssh/2"), "Port 1\n");
        const SshResolved tooMany = resolveSshHost(query("web1"), wide.files(), mainFile, {});
        QCOMPARE(int(tooMany.problems.constFirst().code), int(Code::TooManyFiles));
        QCOMPARE(tooMany.problems.size(), SshConfigReader::problemLimit + 1);
        QCOMPARE(int(tooMany.problems.constLast().code), int(Code::MoreProblems));
    }

    void filesThatCannotBeRead()
    {
        Memory memory;
        memory.unreadable = QStringLiteral("/home/ann/.ssh/secret");
        memory.texts.insert(mainFile, "Include secret\n");
        QCOMPARE(resolveSshHost(query("web1"), memory.files(), mainFile, {}).problems,
                 (QList<SshProblem>{{Code::Unreadable, {memory.unreadable}, {mainFile, 1, 9}}}));
        QCOMPARE(resolveSshHost(query("web1"), memory.files(), memory.unreadable, {}).problems,
                 (QList<SshProblem>{{Code::Unreadable, {memory.unreadable}, {memory.unreadable, 0, 0}}}));
    }

    void anIncludeDoesNotLeakItsBlocks()
    {
        Memory memory;
        memory.texts.insert(mainFile, "Host web1\n Include a\n Port 7\nHost other\n Include b\n");
        memory.texts.insert(QStringLiteral("/home/ann/.ssh/a"), "Host other\n User x\n");
        memory.texts.insert(QStringLiteral("/home/ann/.ssh/b"), "Host *\n User y\n");
        const SshResolved way = resolveSshHost(query("web1"), memory.files(), mainFile, {});
        QCOMPARE(way.way.port, 7);
        QCOMPARE(way.way.user, QStringLiteral("ann"));
    }

    void longLinesAndBinary()
    {
        const QByteArray mega(1'000'000, 'x');
        QCOMPARE(resolved("User " + mega + '\n').way.user.size(), 1'000'000);
        QVERIFY(!resolved(mega + " 1\n").ok());
        QVERIFY(resolved("Host " + QByteArray("*a").repeated(500'000) + "\nPort 7\n").ok());
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes(1 + random.bounded(3000), '\0');
            for (char& c : bytes)
                c = static_cast<char>(random.bounded(256));
            const SshResolved way = resolved(bytes);
            QVERIFY(way.problems.size() <= SshConfigReader::problemLimit + 12);
            QCOMPARE(way.way.hostName, QStringLiteral("web1"));
        }
    }
};

QTEST_GUILESS_MAIN(TestSshConfig)
#include "tst_ssh_config.moc"
