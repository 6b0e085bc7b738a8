// SPDX-License-Identifier: GPL-3.0-or-later
// Client configuration against "ssh -G" of the machine, which connects to nobody.
#include "tests/models/domain/ssh/ssh_words.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace snowmelt;
using namespace snowmelt::testing;

namespace {

const char* wordOf(SshStrictness strictness)
{
    switch (strictness) {
    case SshStrictness::Ask:
        return "ask";
    case SshStrictness::Refuse:
        return "true";
    case SshStrictness::AcceptNew:
        return "accept-new";
    case SshStrictness::Off:
        break;
    }
    return "false";
}

QString spaced(const QStringList& files)
{
    return files.isEmpty() ? QStringLiteral("none") : files.join(u' ');
}

/// What "ssh -G" would print of the keywords that are honoured.
QStringList asSshPrints(const SshResolved& resolved)
{
    const SshWay& way = resolved.way;
    const SshOptions& options = resolved.options;
    const auto isOn = [](std::optional<bool> flag, bool usual) {
        return QString::fromLatin1(flag.value_or(usual) ? "yes" : "no");
    };
    const QString timeout = options.connectTimeout ? QString::number(*options.connectTimeout) : QStringLiteral("none");
    QStringList lines{u"user " + way.user,
                      u"hostname " + way.hostName,
                      u"port " + QString::number(way.port),
                      u"identitiesonly " + QString::fromLatin1(way.identitiesOnly ? "yes" : "no"),
                      u"hashknownhosts " + QString::fromLatin1(way.hashKnownHosts ? "yes" : "no"),
                      u"stricthostkeychecking " + QString::fromLatin1(wordOf(way.strictness)),
                      u"userknownhostsfile " + spaced(way.userKnownHostsFiles),
                      u"globalknownhostsfile " + spaced(way.globalKnownHostsFiles),
                      u"serveralivecountmax " + QString::number(way.serverAliveCountMax),
                      u"serveraliveinterval " + QString::number(way.serverAliveInterval),
                      u"connecttimeout " + timeout,
                      u"batchmode " + isOn(options.batchMode, false),
                      u"pubkeyauthentication " + QString::fromLatin1(way.mayUseKeys ? "true" : "false"),
                      u"kbdinteractiveauthentication " + isOn(options.kbdInteractiveAuthentication, true),
                      u"passwordauthentication " + isOn(options.passwordAuthentication, true)};
    for (const SshText& file : options.identityFiles)
        lines << u"identityfile " + file.text; // ssh -G prints them as they were written
    if (!way.jumps.isEmpty())
        lines << u"proxyjump " + shown(options.jumps->hops);
    if (!way.hostKeyAlias.isEmpty())
        lines << u"hostkeyalias " + way.hostKeyAlias;
    if (!way.preferredAuthentications.isEmpty())
        lines << u"preferredauthentications " + way.preferredAuthentications.join(u',');
    lines.sort();
    return lines;
}

/// The same keywords of its real output; nothing when it refuses.
QStringList printedBySsh(const QString& file, const QString& host, bool namesIdentities)
{
    QProcess ssh;
    ssh.start(QStringLiteral("ssh"), {QStringLiteral("-G"), QStringLiteral("-F"), file, host});
    if (!ssh.waitForFinished(60'000) || ssh.exitCode() != 0)
        return {};
    static const QStringList keywords{QStringLiteral("user"),
                                      QStringLiteral("hostname"),
                                      QStringLiteral("port"),
                                      QStringLiteral("identitiesonly"),
                                      QStringLiteral("hashknownhosts"),
                                      QStringLiteral("stricthostkeychecking"),
                                      QStringLiteral("proxyjump"),
                                      QStringLiteral("userknownhostsfile"),
                                      QStringLiteral("hostkeyalias"),
                                      QStringLiteral("globalknownhostsfile"),
                                      QStringLiteral("connecttimeout"),
                                      QStringLiteral("serveralivecountmax"),
                                      QStringLiteral("identityfile"),
                                      QStringLiteral("serveraliveinterval"),
                                      QStringLiteral("batchmode"),
                                      QStringLiteral("pubkeyauthentication"),
                                      QStringLiteral("kbdinteractiveauthentication"),
                                      QStringLiteral("passwordauthentication"),
                                      QStringLiteral("preferredauthentications")};
    QStringList lines;
    for (const QString& line : QString::fromUtf8(ssh.readAllStandardOutput()).split(u'\n')) {
        const QString keyword = line.section(u' ', 0, 0);
        const bool says = keyword == u"proxyjump" ? line != u"proxyjump none" // the same as not saying it
                                                  : namesIdentities || keyword != u"identityfile";
        if (keywords.contains(keyword) && says)
            lines << line;
    }
    lines.sort();
    return lines;
}

SshFiles realFiles()
{
    return {[](const QString& path) {
                QFile file(path);
                if (!file.exists())
                    return SshFileRead{};
                return file.open(QIODevice::ReadOnly) ? SshFileRead{SshFileRead::State::Read, file.readAll()}
                                                      : SshFileRead{SshFileRead::State::Unreadable, {}};
            },
            [](const QString& pattern) {
                const QDir folder(pattern.section(u'/', 0, -2));
                QStringList paths;
                for (const QString& name : folder.entryList({pattern.section(u'/', -1)}, QDir::Files, QDir::Name))
                    paths << folder.filePath(name);
                return paths;
            }};
}

QString said(const char* program, const QStringList& arguments)
{
    QProcess process;
    process.start(QString::fromUtf8(program), arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()).trimmed() : QString();
}

/// Random configuration of what is honoured.
class Config
{
public:
    Config(QRandomGenerator& random, const QString& folder) : m_random(random), m_folder(folder) {}

    QByteArray text(int blocks)
    {
        QByteArray all = options(2);
        for (int i = 0; i < blocks; ++i)
            all += block() + options(4) + sometimes(6, "# a comment\n\n");
        return all;
    }

private:
    bool one(int of) { return m_random.bounded(of) == 0; }
    QByteArray any(const QList<QByteArray>& list) { return list.at(m_random.bounded(int(list.size()))); }
    QByteArray pattern()
    {
        return any({"*", "web1", "web2", "web?", "w*1", "!web1", "!*2", "db", "*.example.org", "WEB1", "web*", "?eb1"});
    }
    QByteArray sometimes(int of, const QByteArray& text) { return one(of) ? text : QByteArray(); }
    QByteArray list() { return pattern() + sometimes(2, "," + pattern()); }
    QByteArray block()
    {
        if (one(3)) {
            const QByteArray not_ = one(4) ? "!" : "";
            QByteArray line = "Match " + not_ + any({"host ", "originalhost ", "HOST ", "host="}) + list();
            line += sometimes(3, " user " + any({"root", "bob,al*", "!bob,*"}));
            line += sometimes(4, " localuser \"*\"");
            return (one(5) ? QByteArray("Match all") : line) + '\n';
        }
        return "Host " + pattern() + sometimes(2, " " + pattern()) + sometimes(5, " \"" + pattern() + '"') + '\n';
    }
    QByteArray options(int limit)
    {
        QByteArray text;
        for (int i = m_random.bounded(limit + 1); i > 0; --i)
            text += any({"", "  ", "\t"}) + option() + any({"", "", " ", "  # note", "\r"}) + '\n';
        return text;
    }
    QByteArray option()
    {
        const QByteArray is = any({" ", "=", " = ", "\t", "   "});
        const QByteArray name = any({"HostName",
                                     "user",
                                     "Port",
                                     "IDENTITYFILE",
                                     "IdentityFile",
                                     "IdentitiesOnly",
                                     "ProxyJump",
                                     "UserKnownHostsFile",
                                     "GlobalKnownHostsFile",
                                     "HostKeyAlias",
                                     "StrictHostKeyChecking",
                                     "ConnectTimeout",
                                     "ServerAliveInterval",
                                     "ServerAliveCountMax",
                                     "PreferredAuthentications",
                                     "HashKnownHosts",
                                     "BatchMode",
                                     "PubkeyAuthentication",
                                     "KbdInteractiveAuthentication",
                                     "ChallengeResponseAuthentication",
                                     "PasswordAuthentication",
                                     "Include",
                                     "ForwardX11",
                                     "SendEnv"});
        return name + is + value(name.toLower());
    }
    QByteArray value(const QByteArray& name)
    {
        if (name == "hostname")
            return any({"%h.example.org", "10.0.0.7", "Real.Example.org", "\"web2\"", "a%%b", "0:0::0:1",
                        "::ffff:1.2.3.4", "2001:DB8::0:1", "127.1", "0x7f.0.0.1", "1.2.3.4.5", "127.0.0.256", "1.",
                        "[::1]", "fe80:0::1%%lo"});
        if (name == "user")
            return any({"bob", "alice", "\"two words\"", "'single q'", "back\\\\slash", "x#y"});
        if (name == "port" || name == "serveralivecountmax")
            return any({"22", "2222", "0099", "65535"});
        if (name == "identityfile")
            return any({"~/.ssh/a", "/k/b", "%d/.ssh/%r", "\"/k/with space\"", "none", "~/.ssh/c"});
        if (name == "identitiesonly" || name == "hashknownhosts" || name == "forwardx11" || name == "batchmode" ||
            name.endsWith("keyauthentication") || name.endsWith("eauthentication") || name == "passwordauthentication")
            return any({"yes", "no", "true", "NO"});
        if (name == "proxyjump")
            return any({"bastion", "u@bastion:2200", "a,b:22,c@d", "none", "[::1]:22,x"});
        if (name == "userknownhostsfile")
            return any({"/k/%h", "~/kh ~/kh2", "none", "\"/k/two words\" /k/%r-%p-%n", "/k/%%-%k-%u-%i"});
        if (name == "globalknownhostsfile")
            return any({"/etc/k1 /etc/k2", "/etc/k3"});
        if (name == "stricthostkeychecking")
            return any({"yes", "no", "ask", "accept-new", "off", "true"});
        if (name == "connecttimeout" || name == "serveraliveinterval")
            return any({"5", "1m", "1m30", "2h3m4s", "none", "0"});
        if (name == "include")
            return m_folder.toUtf8() + any({"/inc1", "/inc2", "/inc*", "/nothing*"});
        return any({"publickey,password", "one", "two"});
    }

    QRandomGenerator& m_random;
    QString m_folder;
};

/// The person who runs the test, as ssh sees it.
SshQuery query(const char* host)
{
    const QStringList passwd = said("getent", {QStringLiteral("passwd"), QString::number(getuid())}).split(u':');
    return {QString::fromUtf8(host), {}, 0, {passwd.value(0), passwd.value(5), said("hostname", {}), getuid(), {}}};
}

} // namespace

class TestAsOpenssh : public QObject
{
    Q_OBJECT

    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

private Q_SLOTS:
    void asSshReadsIt()
    {
        const quint32 seed = qEnvironmentVariableIntValue("SNOWMELT_SEED") != 0
                                 ? quint32(qEnvironmentVariableIntValue("SNOWMELT_SEED"))
                                 : QRandomGenerator::global()->bounded(1, 1 << 30);
        qInfo("seed %u (SNOWMELT_SEED has it again)", seed);
        QRandomGenerator random(seed);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("config"));
        SshQuery asked = query("");
        for (int round = 0; round < 150; ++round) {
            Config config(random, folder.path());
            write(folder.filePath(QStringLiteral("inc1")), config.text(1).replace("Include", "SendEnv"));
            write(folder.filePath(QStringLiteral("inc2")), config.text(1).replace("Include", "SendEnv"));
            const QByteArray text = config.text(5);
            write(file, text);
            for (const char* const host : {"web1", "web2", "db.example.org"}) {
                asked.host = QString::fromUtf8(host);
                const SshResolved ours = resolveSshHost(asked, realFiles(), file, {});
                QStringList theirs = printedBySsh(file, asked.host, !ours.options.identityFiles.isEmpty());
                if (ours.way.asksNobody && !ours.options.serverAliveInterval) // Debian's own
                    theirs.replaceInStrings(u"serveraliveinterval 300"_qs, u"serveraliveinterval 0"_qs);
                const QString context = QStringLiteral("round %1, %2\n").arg(round).arg(asked.host) +
                                        QString::fromUtf8(text) + u"\nours: " + asSshPrints(ours).join(u'|') +
                                        u"\nssh: " + theirs.join(u'|') + u"\n" + shown(ours.problems);
                QVERIFY2(ours.ok() == !theirs.isEmpty(), qPrintable(context));
                if (ours.ok())
                    QVERIFY2(asSshPrints(ours) == theirs, qPrintable(context));
            }
        }
    }

    // Each line alone: what ssh refuses is refused here. (Service names as ports and a second word after ProxyJump are
    // refused here alone.)
    void refusedAsSshRefuses()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("config"));
        const QList<QByteArray> lines{"Port",
                                      "Port #",
                                      "Foo 1",
                                      "User a b",
                                      "User \"a",
                                      "\"User\" x",
                                      "=User x",
                                      "User==x",
                                      "Host \"\"",
                                      "Match",
                                      "Match host",
                                      "Match host a all",
                                      "Match host a user b all",
                                      "Match !all",
                                      "Match nothing x",
                                      "StrictHostKeyChecking x",
                                      "ConnectTimeout x",
                                      "ConnectTimeout 1x",
                                      "ConnectTimeout \"\"",
                                      "ProxyJump h",
                                      "ProxyJump a,,b",
                                      "ProxyJump @b",
                                      "ProxyJump b:0",
                                      "ProxyJump b:",
                                      "ProxyJump ::1",
                                      "ProxyJump [::1",
                                      "ProxyJump [::1]x",
                                      "ProxyJump u@[::1]:22",
                                      "HostName %x",
                                      "HostName %",
                                      "UserKnownHostsFile none /a",
                                      "UserKnownHostsFile #",
                                      "UserKnownHostsFile ${NOPE_NOT_SET}/x",
                                      "Port 0x16",
                                      "Port -1",
                                      "Port 65536",
                                      "Port 22 22",
                                      "IdentitiesOnly maybe",
                                      "IgnoreUnknown x*\nXyz 1",
                                      "Xyz 1\nIgnoreUnknown x*",
                                      "Include \"\""};
        for (const QByteArray& line : lines) {
            write(file, line + '\n');
            const SshQuery asked = query("h");
            const bool refused = !resolveSshHost(asked, realFiles(), file, {}).ok();
            QVERIFY2(refused == printedBySsh(file, asked.host, true).isEmpty(), line.constData());
        }
    }

    // Whatever ssh on this machine knows as a keyword has its rule, and the other way round no rule is invented.
    void everyKeywordIsOneOfSshs()
    {
        static const QStringList newer{QStringLiteral("ChannelTimeout"),   QStringLiteral("ObscureKeystrokeTiming"),
                                       QStringLiteral("RefuseConnection"), QStringLiteral("Tag"),
                                       QStringLiteral("VersionAddendum"),  QStringLiteral("WarnWeakCrypto")};
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("config"));
        QByteArray all = "Host other\n";
        for (const QString& name : sshKeywordNames()) {
            if (!newer.contains(name) && name != u"Host" && name != u"Match" && name != u"Include")
                all += name.toUtf8() + " x\n";
        }
        write(file, all);
        QProcess ssh;
        ssh.start(QStringLiteral("ssh"), {QStringLiteral("-G"), QStringLiteral("-F"), file, QStringLiteral("h")});
        QVERIFY(ssh.waitForFinished(60'000));
        const QString answer = QString::fromUtf8(ssh.readAllStandardError());
        QVERIFY2(!answer.contains(QStringLiteral("Bad configuration option")), qPrintable(answer));
    }
};

QTEST_GUILESS_MAIN(TestAsOpenssh)
#include "tst_as_openssh.moc"
