// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/durable_file.h"
#include "backend/image/image_builder.h"
#include "backend/image/image_papers.h"
#include "backend/image/image_store.h"
#include "models/domain/blueprint/parse_blueprint.h"

#include <QCoro/QCoroTask>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <unistd.h>

using namespace snowmelt;

namespace {

ImageRef ref(const QString& text)
{
    return *ImageRef::parse(text);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every file below a folder with its bytes' hash: two equal ones are the same store.
QMap<QString, Digest> snapshot(const QString& folder)
{
    QMap<QString, Digest> files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        files.insert(path, Digest::ofBytes(contentOf(path)));
    }
    return files;
}

bool anyProcessNames(const QByteArray& text)
{
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    return std::any_of(processes.begin(), processes.end(), [&](const QString& pid) {
        return pid.toLongLong() != ::getpid() && contentOf(QStringLiteral("/proc/%1/cmdline").arg(pid)).contains(text);
    });
}

} // namespace

/// Builds for real, from zero: needs root, mmdebstrap and a Debian mirror.
class TestImageBuilder : public QObject
{
    Q_OBJECT

private:
    QString home() const { return m_folder.filePath(QStringLiteral("home")); }
    ImageStore store() const { return ImageStore(home() + QStringLiteral("/images")); }

    Blueprint shop() const
    {
        const QString path =
            qEnvironmentVariable("SNOWMELT_SOURCE") + QStringLiteral("/resources/blueprints/shop/shop.yaml");
        return parseBlueprint(contentOf(path), path).value;
    }

    /// A blueprint with the shop's OS tier and one image "trial@1" of ours on it.
    Blueprint trial(const QByteArray& recipe)
    {
        const QString folder = m_folder.filePath(QStringLiteral("trial"));
        QDir().mkpath(folder);
        QDir().mkpath(m_folder.filePath(QStringLiteral("os")));
        QFile file(folder + QStringLiteral("/trial.yaml"));
        if (!file.open(QIODevice::WriteOnly) || file.write(recipe) != recipe.size())
            qFatal("cannot write");
        Blueprint blueprint;
        blueprint.path = m_folder.filePath(QStringLiteral("trial.yaml"));
        const QString origin = QFileInfo(shop().path).path();
        copy(origin + QStringLiteral("/recipes/os-debian-12.yaml"), folder + QStringLiteral("/os.yaml"));
        copy(origin + QStringLiteral("/os/init"), m_folder.filePath(QStringLiteral("os/init")));
        copy(origin + QStringLiteral("/os/sshd.conf"), m_folder.filePath(QStringLiteral("os/sshd.conf")));
        blueprint.images = {{ref(QStringLiteral("os/debian-12@12.1")), QStringLiteral("trial/os.yaml")},
                            {ref(QStringLiteral("trial@1")), QStringLiteral("trial/trial.yaml")}};
        return blueprint;
    }

    static void copy(const QString& from, const QString& to)
    {
        QFile::remove(to);
        QVERIFY(QFile::copy(from, to));
    }

    Result<ImageBuilder::Built> build(const Blueprint& blueprint, const char* image, bool fromScratch = false,
                                      const CallContext& context = {})
    {
        m_events.clear();
        return QCoro::waitFor(ImageBuilder(home()).build(
            blueprint, {ref(QString::fromLatin1(image)), fromScratch},
            [this](const EventBody& body) {
                m_events.append(body);
                if (m_onEvent)
                    m_onEvent(body);
            },
            context));
    }

    QStringList builtImages(bool reused) const
    {
        QStringList names;
        for (const EventBody& body : m_events)
            if (const auto* built = std::get_if<ImageBuilt>(&body); built && built->reused == reused)
                names.append(built->image.ref.text());
        return names;
    }

    void verifyNothingIsLeft() const
    {
        QCOMPARE(
            QDir(home() + QStringLiteral("/build")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList{});
        QVERIFY(!contentOf(QStringLiteral("/proc/self/mountinfo")).contains(QFile::encodeName(home())));
        QVERIFY(!anyProcessNames(QFile::encodeName(home())));
    }

    static QByteArray recipe(const QByteArray& rest)
    {
        return "snowmelt-recipe: 1\ntier: foundation\nparent: os/debian-12@12.1\n" + rest;
    }

    void verifyFailure(const QByteArray& rest, ErrorCode code, const QStringList& args)
    {
        const auto before = snapshot(store().layoutFolder());
        const auto built = build(trial(recipe(rest)), "trial@1");
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, code);
        QCOMPARE(built.error().args.mid(0, args.size()), args);
        QVERIFY(!built.error().detail.isEmpty());
        QCOMPARE(snapshot(store().layoutFolder()), before);
        verifyNothingIsLeft();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        QVERIFY(m_folder.isValid());
    }

    void init() { m_onEvent = {}; }

    void buildsTheWholeChainFromZero()
    {
        const auto built = build(shop(), "shop@1.1.0");
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "cancelled");
        QCOMPARE(builtImages(false), (QStringList{QStringLiteral("os/debian-12@12.1"),
                                                  QStringLiteral("foundation/web@1"), QStringLiteral("shop@1.1.0")}));
        const Inventory inventory = store().inventory(built->record.digest).value();
        const auto has = [&](const char* name) {
            return std::any_of(inventory.packages.begin(), inventory.packages.end(),
                               [&](const PackageFact& p) { return p.name == QLatin1String(name); });
        };
        QVERIFY(has("openssh-server") && has("python3-psycopg2") && has("rsyslog"));
        QCOMPARE(inventory.files["/usr/lib/snowmelt/init"].mode, 0755);
        QCOMPARE(inventory.files["/bin"].target, QByteArray("usr/bin"));
        QCOMPARE(inventory.ports, (QList<int>{22, 8080}));
        QVERIFY(inventory.files.contains("/etc/snowmelt/services/10-sshd"));
        for (const char* trace : {"/etc/ssh/ssh_host_ed25519_key", "/usr/sbin/policy-rc.d", "/var/log/dpkg.log",
                                  "/run/lock", "/etc/apt/apt.conf.d/99mmdebstrap"})
            QVERIFY2(!inventory.files.contains(trace), trace);
        const auto provenance = papersOf(store().layoutFolder(), built->record.digest, oci::provenancePaper)
                                    .value()
                                    .value(oci::provenancePaper);
        QVERIFY2(provenance.contains(built->record.digest.hex().toLatin1()), provenance.constData());
        const auto shopFile = store().readFile(built->record.digest, "/opt/shop/node.py", 1 << 20);
        QCOMPARE(shopFile.value(), contentOf(shop().folder() + QStringLiteral("/app/node.py")));
        verifyNothingIsLeft();
    }

    void whatIsCurrentIsReused()
    {
        const auto built = build(shop(), "shop@1.1.0");
        QVERIFY(built.ok() && built->reused);
        QCOMPARE(builtImages(true).size(), 3);
        QCOMPARE(builtImages(false), QStringList{});
    }

    void rebuildHasTheSameDigest()
    {
        const QByteArray text =
            recipe("packages: [socat]\nusers: [{name: amy}]\n"
                   "files: [{path: /opt/new/file, content: hello, mode: \"0600\", owner: amy, group: amy}]\n"
                   "commands: [rm /etc/issue, 'mkdir /opt/now && date > /opt/other && rm /opt/other']\n"
                   "start: [date > /opt/first]\n"
                   "templates: [{path: /etc/now, content: \"${NODE}\", mode: \"0640\", owner: amy, group: amy}]\n");
        const auto first = build(trial(text), "trial@1");
        QVERIFY2(first.ok(), first.failed() ? qPrintable(first.error().detail) : "cancelled");
        const Inventory inventory = store().inventory(first->record.digest).value();
        QCOMPARE(inventory.files["/opt/new/file"].mode, 0600);
        QVERIFY(inventory.files["/opt/new/file"].uid != 0);
        QVERIFY(!inventory.files.contains("/etc/issue"));
        QCOMPARE(inventory.files["/etc/snowmelt/start/01-000"].mode, 0755);
        QCOMPARE(store().readFile(first->record.digest, "/etc/snowmelt/start/01-000", 100).value(),
                 QByteArray("#!/bin/sh -e\ndate > /opt/first\n"));
        QVERIFY(!inventory.files.contains("/opt/first") && !inventory.files.contains("/etc/now"));
        const FileFact kept = inventory.files["/opt/new/file"];
        QCOMPARE(store().birthTemplates(first->record.digest).value(),
                 (QList<BirthTemplate>{{"/etc/now", "${NODE}", 0640, kept.uid, kept.gid}}));
        QCOMPARE(store().readFile(first->record.digest, "/etc/issue", 100).error().code, ErrorCode::FileUnreadable);
        // Another text and thus another key, but the same result; and the parent is found in the store again.
        const auto second = build(trial(text + "description: again\n"), "trial@1");
        QVERIFY(second.ok() && !second->reused);
        QCOMPARE(second->record.digest, first->record.digest);
    }

    /// Whichever of them is the first in the queue.
    void twoBuildsOfOneImageAreOne()
    {
        const Blueprint blueprint = trial(recipe("commands: [echo one]\n"));
        QList<EventBody> told;
        const auto listen = [&told](const EventBody& body) { told.append(body); };
        const ImageRef image = ref(QStringLiteral("trial@1"));
        auto building = ImageBuilder(home()).build(blueprint, {image}, listen, {});
        auto waiting = ImageBuilder(home()).build(blueprint, {image}, listen, {});
        const auto one = QCoro::waitFor(std::move(building));
        const auto other = QCoro::waitFor(std::move(waiting));
        QVERIFY(one.ok() && other.ok());
        QVERIFY(one->reused != other->reused);
        QCOMPARE(other->record.digest, one->record.digest);
        QVERIFY(std::ranges::any_of(told, [](const EventBody& body) {
            const auto* progress = std::get_if<Progress>(&body);
            return progress && progress->phase == Phase::AwaitingTurn;
        }));
    }

    void misspeltPackage()
    {
        const auto built = build(trial(recipe("packages: [rsylog]\n")), "trial@1");
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, ErrorCode::PackageNotFound);
        QVERIFY2(built.error().args.mid(2).contains(QStringLiteral("rsyslog")),
                 qPrintable(built.error().args.join(u' ')));
    }

    void unknownPackage()
    {
        verifyFailure("packages: [no-such-package-here]\n", ErrorCode::PackageNotFound,
                      {QStringLiteral("no-such-package-here")});
    }

    void failingCommand()
    {
        verifyFailure("commands: ['true', 'echo why >&2; exit 7']\n", ErrorCode::BuildCommandFailed,
                      {QStringLiteral("trial@1"), QStringLiteral("echo why >&2; exit 7"), QStringLiteral("7")});
    }

    void unreachableMirror()
    {
        qputenv("SNOWMELT_DEBIAN_MIRROR", "http://127.0.0.1:9/debian");
        const auto before = snapshot(store().layoutFolder());
        const auto built = build(shop(), "os/debian-12@12.1", true);
        qunsetenv("SNOWMELT_DEBIAN_MIRROR");
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, ErrorCode::MirrorUnreachable);
        QCOMPARE(snapshot(store().layoutFolder()), before);
        verifyNothingIsLeft();
    }

    /// It would be in the image.
    void mirrorWithAPasswordWantsALock()
    {
        qputenv("SNOWMELT_DEBIAN_MIRROR", "http://amy:hush-hush@127.0.0.1:9/debian");
        const auto built = build(shop(), "os/debian-12@12.1", true);
        qunsetenv("SNOWMELT_DEBIAN_MIRROR");
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, ErrorCode::MirrorUnreachable);
        QCOMPARE(built.error().args, QStringList{QStringLiteral("password")});
        for (const EventBody& body : m_events)
            if (const auto* line = std::get_if<LogLine>(&body))
                QVERIFY2(!line->text.contains(u"hush-hush"), qPrintable(line->text));
        verifyNothingIsLeft();
    }

    void missingTool()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nonexistent");
        const auto built = build(shop(), "os/debian-12@12.1", true);
        qputenv("PATH", path);
        QCOMPARE(built.error().code, ErrorCode::ToolMissing);
        QCOMPARE(built.error().args, (QStringList{QStringLiteral("mmdebstrap"), QStringLiteral("mmdebstrap")}));
    }

    void cancelEndsEverything_data()
    {
        QTest::addColumn<bool>("fromScratch");
        QTest::newRow("while mmdebstrap runs") << true;
        QTest::newRow("while a command runs") << false;
    }

    void cancelEndsEverything()
    {
        QFETCH(bool, fromScratch);
        const auto before = snapshot(store().layoutFolder());
        CancelSource source;
        CallContext context;
        context.cancel = source.token();
        QElapsedTimer sinceCancel;
        qint64 acknowledged = -1;
        m_onEvent = [&](const EventBody& body) {
            if (const auto* line = std::get_if<LogLine>(&body)) {
                const bool inMiddle = fromScratch ? line->text.contains(QStringLiteral("downloading packages"))
                                                  : line->text == u"about to wait";
                if (inMiddle)
                    QTimer::singleShot(0, &m_receiver, [&] {
                        sinceCancel.start();
                        source.cancel();
                    });
            }
            // The script is gone and cleaning up has begun.
            if (const auto* progress = std::get_if<Progress>(&body); progress && progress->phase == Phase::CleaningUp)
                acknowledged = sinceCancel.elapsed();
        };
        const auto built =
            build(trial(recipe("commands: ['echo about to wait; sleep 1000']\n")), "trial@1", fromScratch, context);
        QVERIFY(built.cancelled());
        // At 2 s the process group would be killed: below, everything ended by being asked.
        QVERIFY2(acknowledged >= 0 && acknowledged <= 2000, qPrintable(QString::number(acknowledged)));
        qInfo("cancel acknowledged after %lld ms", acknowledged);
        QCOMPARE(snapshot(store().layoutFolder()), before);
        verifyNothingIsLeft();
    }

    void sweepRemovesWhatAKilledBuildLeft()
    {
        const QString left = home() + QStringLiteral("/build/left");
        QVERIFY(QDir().mkpath(left + QStringLiteral("/0/upper/etc")));
        QFile(left + QStringLiteral(".lock")).open(QIODevice::WriteOnly);
        const QString busy = home() + QStringLiteral("/build/busy");
        QVERIFY(QDir().mkpath(busy));
        {
            const auto lock = FileLock::tryTake(busy + QStringLiteral(".lock"));
            QVERIFY(lock.ok());
            QVERIFY(QCoro::waitFor(ImageBuilder(home()).sweep({})).ok());
            QVERIFY(!QFile::exists(left));
            QVERIFY(QFile::exists(busy));
        }
        QVERIFY(QCoro::waitFor(ImageBuilder(home()).sweep({})).ok());
        verifyNothingIsLeft();
    }

private:
    QTemporaryDir m_folder;
    QObject m_receiver;
    QList<EventBody> m_events;
    std::function<void(const EventBody&)> m_onEvent;
};

QTEST_GUILESS_MAIN(TestImageBuilder)
#include "tst_image_builder.moc"
