// SPDX-License-Identifier: GPL-3.0-or-later
// The lab's images as somebody who is not root builds and tries them: the real program, mmdebstrap and podman.
#include "models/wording/wording.h"
#include "tests/backend/buildhost/ordinary_user.h"
#include "tests/support/terminal.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

/// What dash cannot name, and what it can: a caller left it open.
const QString leftOpen = QStringLiteral("exec 3>\"$HOME/lock\" 6</dev/null 8</dev/null 10</dev/null 251</dev/null; "
                                        "flock 3; exec \"$@\"");
constexpr uint firstOfTheirs = 20'000'000; ///< as OrdinaryUser says
constexpr uint theirs = 65'536;

QByteArray textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isTheirs(uint user)
{
    return user == OrdinaryUser::id || (user >= firstOfTheirs && user < firstOfTheirs + theirs);
}

/// Processes of the user and of their subordinate ids that were started with this home.
QList<int> processesOfTheUser(const QString& home)
{
    QList<int> found;
    const QByteArray name = QFile::encodeName(home);
    for (const QString& pid : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        const QString place = QStringLiteral("/proc/") + pid;
        if (isTheirs(QFileInfo(place).ownerId()) && (textOf(place + QStringLiteral("/environ")).contains(name) ||
                                                     textOf(place + QStringLiteral("/mountinfo")).contains(name)))
            found.append(pid.toInt());
    }
    return found;
}

/// Of those, what a trial may have left: not the engine's service, which ends by itself, and its namespace's keeper.
QString leftOfTrials(const QString& home)
{
    QStringList left;
    for (const int pid : processesOfTheUser(home)) {
        const QByteArray command = textOf(QStringLiteral("/proc/%1/cmdline").arg(pid)).replace('\0', ' ').trimmed();
        if (!command.isEmpty() && !command.contains(" system service ") && !command.startsWith("catatonit") &&
            !command.endsWith("podman"))
            left.append(QString::fromUtf8(command.left(120)));
    }
    return left.join(u'\n');
}

} // namespace

class TestOrdinaryUser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void withoutASessionItIsSaid();
    void aDeviceTheyMayNotUseIsSaid();
    void theLabIsBuiltAndTried();
    void aTestThatKillsItsNodeIsNamedAndLeavesNothing();

private:
    Said build(const OrdinaryUser& user, bool hasSession, const QString& image,
               const QString& blueprint = QStringLiteral(SNOWMELT_SOURCE_DIR
                                                         "/resources/blueprints/shop/shop.yaml")) const;

    QTemporaryDir m_folder{QStringLiteral("/tmp/su-XXXXXX")}; // podman wants its run root in 50 characters
};

void TestOrdinaryUser::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("making a user needs root");
    for (const char* program : {"newuidmap", "slirp4netns", "podman", "mmdebstrap", "bash"})
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            QSKIP("needs uidmap, slirp4netns, podman, mmdebstrap and bash");
    if (!QFileInfo::exists(QStringLiteral("/dev/net/tun")))
        QSKIP("needs /dev/net/tun");
    ::chmod(QFile::encodeName(m_folder.path()).constData(), 0755);
    for (const char* name : {"home", "run"}) {
        const QByteArray path = QFile::encodeName(m_folder.filePath(QLatin1String(name)));
        QCOMPARE(::mkdir(path.constData(), 0700), 0);
        QCOMPARE(::chown(path.constData(), OrdinaryUser::id, OrdinaryUser::id), 0);
    }
}

/// What is left then are the engine's own.
void TestOrdinaryUser::cleanupTestCase()
{
    for (const int pid : processesOfTheUser(m_folder.path()))
        ::kill(pid, SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(processesOfTheUser(m_folder.path()), QList<int>(), 20'000);
    QProcess::execute(QStringLiteral("rm"), {QStringLiteral("-rf"), m_folder.path()});
}

Said TestOrdinaryUser::build(const OrdinaryUser& user, bool hasSession, const QString& image,
                             const QString& blueprint) const
{
    const QStringList bash{QStringLiteral("bash"), QStringLiteral("-c"), leftOpen, QStringLiteral("bash")};
    const QStringList call{QStringLiteral(SNOWMELT_PROGRAM), QStringLiteral("build"), image, blueprint};
    const QStringList command = user.asUser() + bash + call;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("HOME"), m_folder.filePath(QStringLiteral("home")));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    if (hasSession)
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.filePath(QStringLiteral("run")));
    program.setProcessEnvironment(environment);
    program.start(command.first(), command.mid(1));
    return Terminal::end(program, std::chrono::seconds(600));
}

/// As below su or cron.
void TestOrdinaryUser::withoutASessionItIsSaid()
{
    const OrdinaryUser user(true, false, true);
    const Said said = build(user, false, QStringLiteral("os/debian-12"));
    QCOMPARE(said.exit, 1);
    const QString missing = missingIn(
        said, QStringLiteral("C.UTF-8"),
        Error{ErrorCode::PlatformUnavailable, {QStringLiteral("podman"), QStringLiteral("XDG_RUNTIME_DIR")}, {}},
        std::nullopt);
    QVERIFY2(missing.isEmpty(), qPrintable(missing + said.all()));
}

void TestOrdinaryUser::aDeviceTheyMayNotUseIsSaid()
{
    if (QFileInfo(QStringLiteral("/dev/net/tun")).permission(QFile::WriteOther))
        QSKIP("everybody may use /dev/net/tun here");
    const Said said = build(OrdinaryUser(), true, QStringLiteral("os/debian-12"));
    QCOMPARE(said.exit, 1);
    const QString missing =
        missingIn(said, QStringLiteral("C.UTF-8"),
                  Error{ErrorCode::PlatformUnavailable, {QStringLiteral("podman"), QStringLiteral("/dev/net/tun")}, {}},
                  std::nullopt);
    QVERIFY2(missing.isEmpty(), qPrintable(missing + said.all()));
}

/// The OS tier, foundation/web and the shop: the first listens at port 22, which nobody but root may publish.
void TestOrdinaryUser::theLabIsBuiltAndTried()
{
    const OrdinaryUser user(true, false, true);
    const Said said = build(user, true, QStringLiteral("shop@1.0.0"));
    QVERIFY2(said.exit == 0, qPrintable(said.all()));
    for (const char* image : {"os/debian-12@12.1", "foundation/web@1", "shop@1.0.0"})
        QVERIFY2(said.out.contains(QStringLiteral("%1 served after").arg(QLatin1String(image))),
                 qPrintable(said.all()));
    // The engine's service goes on, and has nothing of what started it.
    QCOMPARE(QProcess::execute(QStringLiteral("flock"),
                               {QStringLiteral("--nonblock"), m_folder.filePath(QStringLiteral("home/lock")),
                                QStringLiteral("true")}),
             0);
    // podman keeps the monitors of what ran in a node for ten seconds.
    QTRY_COMPARE_WITH_TIMEOUT(leftOfTrials(m_folder.path()), QString(), 30'000);
}

void TestOrdinaryUser::aTestThatKillsItsNodeIsNamedAndLeavesNothing()
{
    const QString folder = m_folder.filePath(QStringLiteral("red"));
    const QString blueprint = copyShop(folder, QStringLiteral("red"), 1);
    QFile recipe(folder + QStringLiteral("/shop-broken.yaml"));
    QVERIFY(recipe.open(QIODevice::WriteOnly | QIODevice::Truncate));
    recipe.write("snowmelt-recipe: 1\ntier: immutable\nparent: foundation/web@1\n"
                 "tests: [{name: deadly, command: kill -9 -1; exit 0}]\n");
    recipe.close();
    const OrdinaryUser user(true, false, true);
    const Said said = build(user, true, QStringLiteral("shop@1.2.0"), blueprint);
    QCOMPARE(said.exit, 1);
    const QString missing = missingIn(said, QStringLiteral("C.UTF-8"),
                                      Error{ErrorCode::ImageTestFailed,
                                            {QStringLiteral("shop@1.2.0"), QStringLiteral("deadly"),
                                             QStringLiteral("PID 1"), QStringLiteral("ended")},
                                            {}},
                                      std::nullopt);
    QVERIFY2(missing.isEmpty(), qPrintable(missing + said.all()));
    QTRY_COMPARE_WITH_TIMEOUT(leftOfTrials(m_folder.path()), QString(), 30'000);
}

QTEST_GUILESS_MAIN(TestOrdinaryUser)
#include "tst_ordinary_user.moc"
