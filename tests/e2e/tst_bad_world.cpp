// SPDX-License-Identifier: GPL-3.0-or-later
// A world that is not as it should be, as an operator at a terminal meets it: each time the program says what happened,
// what is safe and what to do next, in English and in Korean, and ends with the status docs/COMMANDS.md promises.
#include "models/wording/wording.h"
#include "tests/support/lab.h"
#include "tests/support/shop_load.h"
#include "tests/support/terminal.h"

#include <QDir>
#include <QFileInfo>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString fleetName = QStringLiteral("badworld");
const QString web = QStringLiteral("web");
const QString english = QStringLiteral("en_US.UTF-8");
const QString korean = QStringLiteral("ko_KR.UTF-8");

enum Exit { Good = 0, Failed = 1, Incomplete = 3 };

QString nodeNames(const FleetState& fleet)
{
    QStringList names;
    for (const NodeState& node : fleet.findGroup(web)->nodes)
        names += node.name + u' ' + node.image.text() + u' ' + QString::number(node.share > 0);
    return names.join(u'\n');
}

/// The runtime socket out of HAProxy's way, and back when this goes.
class HiddenSocket
{
public:
    explicit HiddenSocket(NodeState edge) : m_edge(std::move(edge)) { m_hidden = move("admin.sock", "away"); }
    ~HiddenSocket() { move("away", "admin.sock"); }
    bool hidden() const { return m_hidden; }

private:
    bool move(const QByteArray& from, const QByteArray& to) const
    {
        const QByteArray script = "mv /run/haproxy/" + from + " /run/haproxy/" + to + '\n';
        return onNode(fleetName, m_edge, script).status == 0;
    }
    NodeState m_edge;
    bool m_hidden = false;
};

/// SIGSTOP to every sshd of a node: it listens, and says nothing. Goes on when this goes.
class Silenced
{
public:
    explicit Silenced(const QString& node) : m_pids(processesOf(fleetName, node, "sshd")) { send(SIGSTOP); }
    ~Silenced() { send(SIGCONT); }
    bool any() const { return !m_pids.isEmpty(); }

private:
    void send(int signal) const
    {
        for (const qint64 pid : m_pids)
            ::kill(static_cast<pid_t>(pid), signal);
    }
    QList<qint64> m_pids;
};

/// The error of a silent node as told: the limit is 15 seconds, what is told is how long it really was.
Error silenceIn(const Said& scan, const QString& locale, const NodeState& node)
{
    Error error{ErrorCode::SshSilent, {node.name, node.ssh.text(), {}}, {}};
    for (int seconds = 14; seconds <= 30; ++seconds) {
        error.args[2] = QString::number(seconds);
        if (missingIn(scan, locale, error, std::nullopt).isEmpty())
            break;
    }
    return error;
}

/// The program with a home of its own small disk: the same folders, a copy of the journal, and little room besides.
/// Only this process sees it.
QString programOnASmallDisk(const QString& folder)
{
    const QString path = folder + QStringLiteral("/on-a-small-disk");
    const QByteArray script = "#!/bin/sh\n"
                              "[ \"$APART\" ] || APART=1 exec unshare --mount \"$0\" \"$@\"\n"
                              "home=$XDG_DATA_HOME/snowmelt small=" +
                              folder.toUtf8() +
                              "/small\n"
                              "mkdir -p $small\n"
                              "room=$(( $(du -ck \"$home\"/journal.sqlite* | tail -n1 | cut -f1) + 1024 ))\n"
                              "mount -t tmpfs -o size=${room}k none $small || exit 99\n"
                              "for it in \"$home\"/*; do\n"
                              "  name=$small/${it##*/}\n"
                              "  if [ -d \"$it\" ]; then mkdir $name && mount --bind \"$it\" $name || exit 99\n"
                              "  else cp \"$it\" $name; fi\n"
                              "done\n"
                              "mount --rbind $small \"$home\" || exit 99\n"
                              "exec " SNOWMELT_PROGRAM " \"$@\"\n";
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size() ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

/// Nothing is left of the disk that this process sees its home on.
bool fillTheDiskOf(const QProcess& process)
{
    QProcess filling;
    const QString filler = labHome() + QStringLiteral("/filler");
    filling.start(QStringLiteral("nsenter"),
                  {QStringLiteral("--mount=/proc/%1/ns/mnt").arg(process.processId()), QStringLiteral("dd"),
                   QStringLiteral("if=/dev/zero"), QStringLiteral("of=") + filler, QStringLiteral("bs=4k")});
    filling.waitForFinished(20'000);
    return filling.readAllStandardError().contains("No space left") && !QFile::exists(filler);
}

} // namespace

class TestBadWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void mmdebstrapMissing();
    void mirrorUnreachable();
    void podmanMissing();
    void portTaken();
    void sshdSilent();
    void hostKeyChanged();
    void balancerSocketGone();
    void greenNeverHealthy();
    void editedByHandWhileGreenIsWatched();
    void theDiskIsFullInTheMiddle();
    void theDatabaseStopsInTheMiddle();

private:
    Terminal terminal(const QString& locale = english) const;
    Terminal emptyHome(const QString& locale) const;
    std::optional<FleetState> look() const;
    Said onNode(const QString& node, const QByteArray& script) const;
    std::unique_ptr<QProcess> beginSwap(const Terminal& terminal, const QStringList& options) const;
    std::optional<FleetState> settled() const;

    QTemporaryDir m_elsewhere;
    QString m_blueprint;
};

/// Runs in both languages; the sentences of error and safety must be there.
#define VERIFY_SAID(said, locale, exitStatus, error, safety)                                                           \
    do {                                                                                                               \
        QVERIFY2(said.exit == exitStatus, qPrintable(said.all()));                                                     \
        const QString missing = missingIn(said, locale, error, safety);                                                \
        QVERIFY2(missing.isEmpty(), qPrintable(missing));                                                              \
    } while (false)

#define VERIFY_GOOD(said)                                                                                              \
    do {                                                                                                               \
        const Said good = said;                                                                                        \
        QVERIFY2(good.exit == Good, qPrintable(good.all()));                                                           \
    } while (false)

Terminal TestBadWorld::terminal(const QString& locale) const
{
    return Terminal(QStringLiteral(SNOWMELT_PROGRAM), QFileInfo(labHome()).path()).speaking(locale);
}

Terminal TestBadWorld::emptyHome(const QString& locale) const
{
    return Terminal(QStringLiteral(SNOWMELT_PROGRAM), m_elsewhere.path()).speaking(locale);
}

std::optional<FleetState> TestBadWorld::look() const
{
    return fleetOf(terminal().say({QStringLiteral("status"), QStringLiteral("--json"), m_blueprint}));
}

Said TestBadWorld::onNode(const QString& node, const QByteArray& script) const
{
    const auto fleet = look();
    const NodeState* found = fleet ? fleet->findNode(node) : nullptr;
    if (!found)
        return {};
    const ShellAnswer answer = test::onNode(fleetName, *found, script);
    return {answer.status, QString::fromUtf8(answer.out), QString::fromUtf8(answer.err)};
}

void TestBadWorld::initTestCase()
{
    QCOMPARE(QFileInfo(labHome()).fileName(), QStringLiteral("snowmelt"));
    QVERIFY(m_elsewhere.isValid());
    m_blueprint = copyShop(QStringLiteral(SNOWMELT_BINARY_DIR "/lab-blueprints/badworld"), fleetName, 2);
    VERIFY_GOOD(
        terminal().say({QStringLiteral("down"), QStringLiteral("--yes"), QStringLiteral("--volumes"), m_blueprint}));
    VERIFY_GOOD(terminal().say({QStringLiteral("up"), m_blueprint}, 600s));
    // Images of earlier builds in this home: what is listed from here on is what the deployments leave.
    VERIFY_GOOD(terminal().say(
        {QStringLiteral("orphans"), QStringLiteral("--remove-all"), QStringLiteral("--yes"), m_blueprint}));
}

void TestBadWorld::cleanupTestCase()
{
    if (!m_blueprint.isEmpty())
        VERIFY_GOOD(terminal().say(
            {QStringLiteral("down"), QStringLiteral("--yes"), QStringLiteral("--volumes"), m_blueprint}));
}

void TestBadWorld::mmdebstrapMissing()
{
    const Error error{ErrorCode::ToolMissing, {QStringLiteral("mmdebstrap"), QStringLiteral("mmdebstrap")}, {}};
    for (const QString& locale : {english, korean}) {
        const Terminal poor = emptyHome(locale).without(QStringLiteral("mmdebstrap"));
        const Said up = poor.say({QStringLiteral("up"), m_blueprint});
        VERIFY_SAID(up, locale, Failed, error, Safety::NothingTouched);
        const Said build = poor.say({QStringLiteral("build"), QStringLiteral("os/debian-12"), m_blueprint});
        VERIFY_SAID(build, locale, Failed, error, Safety::StoreAsBefore);
    }
}

void TestBadWorld::mirrorUnreachable()
{
    QTcpServer nobody; // a port that was free a moment ago and has no listener now
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const QString mirror = QStringLiteral("http://127.0.0.1:%1/debian").arg(nobody.serverPort());
    nobody.close();
    for (const QString& locale : {english, korean}) {
        const Said build = emptyHome(locale)
                               .with(QStringLiteral("SNOWMELT_DEBIAN_MIRROR"), mirror)
                               .say({QStringLiteral("build"), QStringLiteral("os/debian-12"), m_blueprint});
        VERIFY_SAID(build, locale, Failed, (Error{ErrorCode::MirrorUnreachable, {}, {}}), Safety::StoreAsBefore);
        QVERIFY2(build.err.contains(mirror), qPrintable(build.err)); // its own words say which
    }
    const QDir work(m_elsewhere.filePath(QStringLiteral("snowmelt/build")));
    QCOMPARE(work.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

/// A home with images and without an engine that still runs.
void TestBadWorld::podmanMissing()
{
    const QString images = m_elsewhere.filePath(QStringLiteral("snowmelt/images"));
    QDir(images).removeRecursively();
    QVERIFY(QFile::link(labHome() + QStringLiteral("/images"), images));
    const Error error{ErrorCode::ToolMissing, {QStringLiteral("podman"), QStringLiteral("podman")}, {}};
    for (const QString& locale : {english, korean}) {
        const Said up = emptyHome(locale).without(QStringLiteral("podman")).say({QStringLiteral("up"), m_blueprint});
        VERIFY_SAID(up, locale, Failed, error, Safety::NothingTouched);
    }
    // Here there is a podman again: its engine is not needed to take away what was never made.
    VERIFY_GOOD(emptyHome(english).say(
        {QStringLiteral("down"), QStringLiteral("--yes"), QStringLiteral("--volumes"), m_blueprint}));
    QVERIFY(QFile::remove(images));
}

void TestBadWorld::portTaken()
{
    const auto before = look();
    QVERIFY(before);
    const Endpoint taken = before->findNode(QStringLiteral("web-1"))->service;
    VERIFY_GOOD(terminal().say({QStringLiteral("down"), QStringLiteral("--yes"), m_blueprint}));
    QTcpServer other;
    QVERIFY2(other.listen(QHostAddress(taken.host), static_cast<quint16>(taken.port)), qPrintable(other.errorString()));
    const Error error{ErrorCode::PortTaken, {taken.host, QString::number(taken.port)}, {}};
    for (const QString& locale : {english, korean}) {
        const Said up = terminal(locale).say({QStringLiteral("up"), m_blueprint});
        VERIFY_SAID(up, locale, Failed, error, Safety::PartlyUp);
    }
    other.close();
    VERIFY_GOOD(terminal().say({QStringLiteral("up"), m_blueprint}));
    const auto after = look();
    QVERIFY(after && after->findNode(QStringLiteral("web-1")));
    QCOMPARE(after->findNode(QStringLiteral("web-1"))->service, taken);
}

/// The scan names the node it could not see and has looked at all the others.
void TestBadWorld::sshdSilent()
{
    const auto fleet = look();
    QVERIFY(fleet);
    const NodeState node = *fleet->findNode(QStringLiteral("web-2"));
    const Silenced silenced(node.name);
    QVERIFY(silenced.any());
    for (const QString& locale : {english, korean}) {
        const Said scan = terminal(locale).say({QStringLiteral("scan"), m_blueprint});
        VERIFY_SAID(scan, locale, Incomplete, silenceIn(scan, locale, node), Safety::Unchanged);
        for (const QString& other : {QStringLiteral("web-1"), QStringLiteral("edge"), QStringLiteral("orders")})
            QVERIFY2(scan.out.contains(other), qPrintable(scan.all()));
    }
}

void TestBadWorld::hostKeyChanged()
{
    const auto fleet = look();
    QVERIFY(fleet);
    const NodeState node = *fleet->findNode(QStringLiteral("web-1"));
    const QByteArray fingerprint = "ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub | cut -d' ' -f2\n";
    const QString born = onNode(node.name, fingerprint).out.trimmed();
    QVERIFY(born.startsWith(QStringLiteral("SHA256:")));
    const QByteArray restart = "kill $(cat /run/sshd.pid 2>/dev/null || pgrep -xo sshd)\n";
    QCOMPARE(onNode(node.name, "cp -a /etc/ssh/ssh_host_ed25519_key* /run/ && rm /etc/ssh/ssh_host_ed25519_key* && "
                               "ssh-keygen -q -t ed25519 -N '' -f /etc/ssh/ssh_host_ed25519_key\n" +
                                   restart)
                 .exit,
             0);
    QString other;
    QVERIFY(QTest::qWaitFor(
        [&] {
            other = onNode(node.name, fingerprint).out.trimmed();
            return other.startsWith(QStringLiteral("SHA256:")) && other != born;
        },
        30'000));
    const Error error{ErrorCode::HostKeyChanged, {node.name, born, other}, {}};
    for (const QString& locale : {english, korean}) {
        const Said scan = terminal(locale).say({QStringLiteral("scan"), m_blueprint});
        VERIFY_SAID(scan, locale, Incomplete, error, Safety::Unchanged);
        QVERIFY2(scan.out.contains(QStringLiteral("web-2")), qPrintable(scan.all()));
    }
    QCOMPARE(
        onNode(node.name, "cp -a /run/ssh_host_ed25519_key* /etc/ssh/ && rm /run/ssh_host_ed25519_key*\n" + restart)
            .exit,
        0);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return terminal().say({QStringLiteral("scan"), QStringLiteral("--node"), node.name, m_blueprint}).exit ==
                   Good;
        },
        60'000));
}

void TestBadWorld::balancerSocketGone()
{
    const auto before = look();
    QVERIFY(before);
    const Error error{ErrorCode::BalancerSocketGone, {QStringLiteral("edge")}, {}};
    const ImageRef next{QStringLiteral("shop"), QStringLiteral("1.1.0")};
    VERIFY_GOOD(terminal().say({QStringLiteral("build"), next.text(), m_blueprint}, 600s));
    const Error blocked{ErrorCode::CheckBlocked, {QStringLiteral("balancerAnswers"), QStringLiteral("edge"), {}}, {}};
    {
        const HiddenSocket socket(before->balancers.first().node);
        QVERIFY(socket.hidden());
        for (const QString& locale : {english, korean}) {
            const Said status = terminal(locale).say({QStringLiteral("status"), m_blueprint});
            VERIFY_SAID(status, locale, Incomplete, error, Safety::Unchanged);
            const Said swap = terminal(locale).say({QStringLiteral("swap"), web, QStringLiteral("--to"), next.text(),
                                                    QStringLiteral("--yes"), m_blueprint});
            VERIFY_SAID(swap, locale, Failed, blocked, Safety::NothingTouched);
        }
    }
    const auto after = look();
    QVERIFY(after);
    QCOMPARE(nodeNames(*after), nodeNames(*before));
}

/// Blue serves all the while, under a client that never retries.
void TestBadWorld::greenNeverHealthy()
{
    const auto before = look();
    QVERIFY(before);
    const ImageRef broken{QStringLiteral("shop"), QStringLiteral("1.2.0")};
    VERIFY_GOOD(terminal().say({QStringLiteral("build"), broken.text(), m_blueprint}, 600s));
    LoadClient load(loadOf(*before, 20'000));
    load.start();
    const Said swap = terminal().say(
        {QStringLiteral("swap"), web, QStringLiteral("--to"), broken.text(), QStringLiteral("--yes"), m_blueprint});
    const LoadCounts counts = load.stop();
    const QString answer = QStringLiteral("GET /healthz: 503 never healthy");
    const Error error{ErrorCode::NeverHealthy, {QStringLiteral("web-3"), QStringLiteral("60"), answer}, {}};
    VERIFY_SAID(swap, english, Failed, error, Safety::BlueServes);
    QVERIFY2(counts.failed == 0 && counts.requests() > 500, qPrintable(QString::number(counts.failed) + swap.all()));
    const auto after = look();
    QVERIFY(after);
    QCOMPARE(nodeNames(*after), nodeNames(*before));
    qInfo() << "never healthy:" << counts.requests() << "requests," << counts.failed << "failed";
}

std::unique_ptr<QProcess> TestBadWorld::beginSwap(const Terminal& terminal, const QStringList& options) const
{
    return terminal.begin(
        QStringList{QStringLiteral("swap"), web, QStringLiteral("--to"), shop110.text(), QStringLiteral("--yes")} +
        options + QStringList{m_blueprint});
}

/// The fleet once both nodes of the group serve.
std::optional<FleetState> TestBadWorld::settled() const
{
    std::optional<FleetState> fleet;
    const auto serves = [](const NodeState& node) { return node.health == Health::Healthy && node.share > 0; };
    (void)QTest::qWaitFor(
        [&] {
            fleet = look();
            const GroupState* group = fleet ? fleet->findGroup(web) : nullptr;
            return group && group->nodes.size() == 2 && std::ranges::all_of(group->nodes, serves);
        },
        60'000);
    return fleet;
}

/// A hand's lines and a hand's word at the runtime socket. The lines stay through all that the deployment writes; that
/// one of green's slots was taken out by hand is a reason to give the traffic back, and what to say.
void TestBadWorld::editedByHandWhileGreenIsWatched()
{
    const auto before = settled();
    QVERIFY(before);
    LoadClient load(loadOf(*before, 20'000));
    load.start();
    const auto swap = beginSwap(terminal(), {QStringLiteral("--bake"), QStringLiteral("120")});
    QString told;
    QVERIFY2(waitForText(*swap, QStringLiteral("[6/8]"), told, 120s), qPrintable(told));
    QCOMPARE(onNode(QStringLiteral("edge"), "sed -i 's/timeout queue 10s/timeout queue 11s/' /etc/haproxy/haproxy.cfg\n"
                                            "echo 'set server web/b1 state maint' | socat - /run/haproxy/admin.sock\n")
                 .exit,
             0);
    const Said said = Terminal::end(*swap);
    const LoadCounts counts = load.stop();
    QVERIFY2(said.exit == Failed && said.err.contains(QStringLiteral("b1")), qPrintable(said.all()));
    QVERIFY2(counts.failed == 0 && counts.requests() > 100, qPrintable(describe(counts)));
    const auto after = settled();
    QVERIFY(after);
    QCOMPARE(nodeNames(*after), nodeNames(*before));
    QVERIFY(onNode(QStringLiteral("edge"), "cat /etc/haproxy/haproxy.cfg\n").out.contains(QStringLiteral("queue 11s")));
    const Said plan =
        terminal().say({QStringLiteral("plan"), web, QStringLiteral("--to"), shop110.text(), m_blueprint});
    QVERIFY2(plan.out.contains(QStringLiteral("timeout queue 11s")), qPrintable(plan.all())); // the next is told of it
    QCOMPARE(
        onNode(QStringLiteral("edge"), "sed -i 's/timeout queue 11s/timeout queue 10s/' /etc/haproxy/haproxy.cfg\n")
            .exit,
        0);
}

/// What cannot be recorded is not done: the traffic goes back to blue.
void TestBadWorld::theDiskIsFullInTheMiddle()
{
    const auto before = settled(); // which also has the engine's service up, outside of the small disk
    QVERIFY(before);
    LoadClient load(loadOf(*before, 20'000));
    load.start();
    const Terminal small(programOnASmallDisk(m_elsewhere.path()), QFileInfo(labHome()).path());
    const auto swap = beginSwap(small.speaking(english), {QStringLiteral("--bake"), QStringLiteral("5")});
    QString told;
    QVERIFY2(waitForText(*swap, QStringLiteral("[6/8]"), told, 120s), qPrintable(told));
    QVERIFY(fillTheDiskOf(*swap));
    const Said said = Terminal::end(*swap);
    const LoadCounts counts = load.stop();
    const Error error{ErrorCode::DiskFull, {labHome() + QStringLiteral("/journal.sqlite")}, {}};
    VERIFY_SAID(said, english, Failed, error, Safety::BlueServes);
    QVERIFY2(counts.failed == 0 && counts.requests() > 100, qPrintable(describe(counts)));
    const auto after = settled();
    QVERIFY(after);
    QCOMPARE(nodeNames(*after), nodeNames(*before));
    VERIFY_GOOD(terminal().say({QStringLiteral("orphans"), m_blueprint}));
}

/// Nobody can be served without it, blue neither: green is taken away, and that blue does not serve is not glossed
/// over. The deployment stays open until the database is there again and a person has seen that blue serves.
void TestBadWorld::theDatabaseStopsInTheMiddle()
{
    const auto before = settled();
    QVERIFY(before);
    const auto swap = beginSwap(terminal(), {QStringLiteral("--health"), QStringLiteral("10")});
    QString told;
    QVERIFY2(waitForText(*swap, QStringLiteral("[2/7]"), told, 120s), qPrintable(told));
    const QList<qint64> init = processesOf(fleetName, QStringLiteral("orders"), "tini");
    QCOMPARE(init.size(), 1);
    QCOMPARE(::kill(static_cast<pid_t>(init.first()), SIGKILL), 0);
    const Said said = Terminal::end(*swap);
    QVERIFY2(said.exit == Failed && said.err.contains(QStringLiteral("/healthz")), qPrintable(said.all()));
    QVERIFY2(!said.err.contains(sentence(Safety::BlueServes)), qPrintable(said.all()));
    QVERIFY(terminal().say({QStringLiteral("status"), m_blueprint}).exit != Good);

    const Error open{ErrorCode::DeploymentOpen, {web}, {}};
    const Said up = terminal().say({QStringLiteral("up"), m_blueprint}); // starts what stands still, and no more
    VERIFY_SAID(up, english, Failed, open, Safety::PartlyUp);
    const auto after = settled();
    QVERIFY(after);
    QCOMPARE(nodeNames(*after), nodeNames(*before));
    VERIFY_GOOD(terminal().say(
        {QStringLiteral("resume"), QStringLiteral("--roll-back"), QStringLiteral("--yes"), m_blueprint}));
    VERIFY_GOOD(terminal().say({QStringLiteral("resume"), m_blueprint}));
    VERIFY_GOOD(terminal().say({QStringLiteral("orphans"), m_blueprint}));
    QCOMPARE(nodeNames(*settled()), nodeNames(*before));
}

QTEST_GUILESS_MAIN(TestBadWorld)
#include "tst_bad_world.moc"
