// SPDX-License-Identifier: GPL-3.0-or-later
// A world that is not as it should be, as an operator at a terminal meets it: each time the program says what happened,
// what is safe and what to do next, in English and in Korean, and ends with the status docs/COMMANDS.md promises.
#include "tests/e2e/shop_at_terminal.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString fleetName = QStringLiteral("badworld");

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

} // namespace

class TestBadWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_shop.begin(); }
    void cleanupTestCase() { m_shop.down(); }
    void mmdebstrapMissing();
    void podmanMissing(); // before anything is built there: that starts an engine, which runs on for a while
    void mirrorUnreachable();
    void portTaken();
    void sshdSilent();
    void hostKeyChanged();
    void balancerSocketGone();
    void greenNeverHealthy();
    void nobodyAllowedHasSigned();

private:
    Terminal terminal(const QString& locale = english) const { return m_shop.terminal(locale); }
    Terminal emptyHome(const QString& locale) const { return m_shop.emptyHome(locale); }
    std::optional<FleetState> look() const { return m_shop.look(); }
    Said onNode(const QString& node, const QByteArray& script) const { return m_shop.onNode(node, script); }
    const QString& blueprint() const { return m_shop.blueprint(); }

    ShopAtTerminal m_shop{fleetName};
};

void TestBadWorld::mmdebstrapMissing()
{
    const Error error{ErrorCode::ToolMissing, {QStringLiteral("mmdebstrap"), QStringLiteral("mmdebstrap")}, {}};
    for (const QString& locale : {english, korean}) {
        const Terminal poor = emptyHome(locale).without(QStringLiteral("mmdebstrap"));
        const Said up = poor.say({QStringLiteral("up"), blueprint()});
        VERIFY_SAID(up, locale, Failed, error, Safety::NothingTouched);
        const Said build = poor.say({QStringLiteral("build"), QStringLiteral("os/debian-12"), blueprint()});
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
                               .say({QStringLiteral("build"), QStringLiteral("os/debian-12"), blueprint()});
        VERIFY_SAID(build, locale, Failed, (Error{ErrorCode::MirrorUnreachable, {}, {}}), Safety::StoreAsBefore);
        QVERIFY2(build.err.contains(mirror), qPrintable(build.err)); // its own words say which
    }
    const QDir work(m_shop.elsewhere().filePath(QStringLiteral("snowmelt/build")));
    QCOMPARE(work.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

/// A home with images and without an engine that still runs.
void TestBadWorld::podmanMissing()
{
    const QString images = m_shop.elsewhere().filePath(QStringLiteral("snowmelt/images"));
    QDir(images).removeRecursively();
    QVERIFY(QFile::link(labHome() + QStringLiteral("/images"), images));
    const Error error{ErrorCode::ToolMissing, {QStringLiteral("podman"), QStringLiteral("podman")}, {}};
    for (const QString& locale : {english, korean}) {
        const Said up = emptyHome(locale).without(QStringLiteral("podman")).say({QStringLiteral("up"), blueprint()});
        VERIFY_SAID(up, locale, Failed, error, Safety::NothingTouched);
    }
    // Here there is a podman again: its engine is not needed to take away what was never made.
    VERIFY_GOOD(emptyHome(english).say(
        {QStringLiteral("down"), QStringLiteral("--yes"), QStringLiteral("--volumes"), blueprint()}));
    QVERIFY(QFile::remove(images));
}

void TestBadWorld::portTaken()
{
    const auto before = look();
    QVERIFY(before);
    const Endpoint taken = before->findNode(QStringLiteral("web-1"))->service;
    VERIFY_GOOD(terminal().say({QStringLiteral("down"), QStringLiteral("--yes"), blueprint()}));
    QTcpServer other;
    QVERIFY2(other.listen(QHostAddress(taken.host), static_cast<quint16>(taken.port)), qPrintable(other.errorString()));
    const Error error{ErrorCode::PortTaken, {taken.host, QString::number(taken.port)}, {}};
    for (const QString& locale : {english, korean}) {
        const Said up = terminal(locale).say({QStringLiteral("up"), blueprint()});
        VERIFY_SAID(up, locale, Failed, error, Safety::PartlyUp);
    }
    other.close();
    VERIFY_GOOD(terminal().say({QStringLiteral("up"), blueprint()}));
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
        const Said scan = terminal(locale).say({QStringLiteral("scan"), blueprint()});
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
        const Said scan = terminal(locale).say({QStringLiteral("scan"), blueprint()});
        VERIFY_SAID(scan, locale, Incomplete, error, Safety::Unchanged);
        QVERIFY2(scan.out.contains(QStringLiteral("web-2")), qPrintable(scan.all()));
    }
    QCOMPARE(
        onNode(node.name, "cp -a /run/ssh_host_ed25519_key* /etc/ssh/ && rm /run/ssh_host_ed25519_key*\n" + restart)
            .exit,
        0);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return terminal().say({QStringLiteral("scan"), QStringLiteral("--node"), node.name, blueprint()}).exit ==
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
    VERIFY_GOOD(terminal().say({QStringLiteral("build"), next.text(), blueprint()}, 600s));
    const Error blocked{ErrorCode::CheckBlocked, {QStringLiteral("balancerAnswers"), QStringLiteral("edge"), {}}, {}};
    {
        const HiddenSocket socket(before->balancers.first().node);
        QVERIFY(socket.hidden());
        for (const QString& locale : {english, korean}) {
            const Said status = terminal(locale).say({QStringLiteral("status"), blueprint()});
            VERIFY_SAID(status, locale, Incomplete, error, Safety::Unchanged);
            const Said swap = terminal(locale).say({QStringLiteral("swap"), web, QStringLiteral("--to"), next.text(),
                                                    QStringLiteral("--yes"), blueprint()});
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
    VERIFY_GOOD(terminal().say({QStringLiteral("build"), broken.text(), blueprint()}, 600s));
    LoadClient load(loadOf(*before, 20'000));
    load.start();
    const Said swap = terminal().say(
        {QStringLiteral("swap"), web, QStringLiteral("--to"), broken.text(), QStringLiteral("--yes"), blueprint()});
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

/// What only looks and what would act say the same, and nothing is done.
void TestBadWorld::nobodyAllowedHasSigned()
{
    const QDir folder = QFileInfo(blueprint()).dir();
    const QString key = folder.filePath(QStringLiteral("mina"));
    QCOMPARE(QProcess::execute(QStringLiteral("ssh-keygen"),
                               {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                                QStringLiteral("-N"), QString(), QStringLiteral("-f"), key}),
             0);
    QFile allowed(folder.filePath(QStringLiteral("allowed_signers")));
    QFile open(key + QStringLiteral(".pub"));
    QVERIFY(open.open(QIODevice::ReadOnly) && allowed.open(QIODevice::WriteOnly));
    QVERIFY(allowed.write("mina@example.org " + open.readAll()) > 0);
    allowed.close();
    const auto before = look();
    const QString next = QStringLiteral("shop@1.2.0");
    const QString yes = QStringLiteral("--yes");
    struct Act
    {
        QString image;
        QStringList words;
        Safety safety = Safety::NothingTouched;
    };
    const QList<Act> acts{{next, {QStringLiteral("plan"), web, QStringLiteral("--to"), next}, Safety::Unchanged},
                          {next, {QStringLiteral("swap"), web, QStringLiteral("--to"), next, yes}},
                          {QStringLiteral("shop@1.0.0"), {QStringLiteral("rebirth"), QStringLiteral("web-1"), yes}}};
    for (const Act& act : acts) {
        const Error error{ErrorCode::SignatureInvalid, {act.image, {}}, {}};
        VERIFY_SAID(terminal().say(act.words + QStringList{blueprint()}), english, Failed, error, act.safety);
    }
    const auto after = look();
    QVERIFY(before && after);
    QCOMPARE(nodeNames(*after), nodeNames(*before));
    QVERIFY(allowed.remove());
}

QTEST_GUILESS_MAIN(TestBadWorld)
#include "tst_bad_world.moc"
