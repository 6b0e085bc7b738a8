// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_store.h"
#include "backend/image/store_index.h"
#include "backend/platform/podman/podman_platform.h"
#include "backend/trial/image_trials.h"
#include "tests/backend/image/small_images.h"
#include "tests/backend/platform/podman/lab_home.h"

#include <QCoro/QCoroTask>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <unistd.h>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

/// As resources/blueprints/shop/os/init says it, but for a root without bash.
constexpr auto smallInit = R"(#!/bin/sh
trap 'exit 0' TERM
for service in /etc/snowmelt/services/*; do
    ( status=0; "$service" || status=$?; echo "init: ${service##*/} ended with status $status, starting it again" >&2 ) &
done
while :; do sleep 1000 & wait $!; done
)";

constexpr auto web = R"(
files:
  - {path: /usr/bin/tini, source: tini, mode: "0755"}
  - {path: /usr/lib/snowmelt/init, source: init, mode: "0755"}
  - {path: /usr/bin/busybox, source: busybox, mode: "0755"}
  - {path: /www/healthz, content: "ok\n"}
)";

constexpr auto serves = R"(
services: [{name: web, command: /usr/bin/busybox httpd -f -p 8080 -h /www}]
ports: [8080]
)";

} // namespace

/// Small images, built and tried on a podman of this test's own.
class TestImageTrial : public QObject
{
    Q_OBJECT

private:
    LabHome m_home;
    QTemporaryDir m_recipes{QStringLiteral("/tmp/snowmelt-recipes-XXXXXX")};
    std::unique_ptr<sample::SmallImages> m_images;
    std::unique_ptr<PodmanPlatform> m_podman;
    std::unique_ptr<ImageTrials> m_trials;
    QList<EventBody> m_heard;
    std::function<void(const EventBody&)> m_onEvent;

    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_recipes.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    void setRecipe(const QByteArray& rest) const { m_images->setTrial(web + rest); }

    void makeTrials(TrialTiming timing = {})
    {
        m_podman = std::make_unique<PodmanPlatform>(PodmanOptions{.home = m_home.path(), .runBase = m_home.runBase()});
        m_trials = std::make_unique<ImageTrials>(
            m_home.path(), [this](const QString&) { return m_podman.get(); }, timing);
    }

    Result<ImageBuilder::Built> build(CallContext context = {})
    {
        m_heard.clear();
        ImageBuilder builder(m_home.path(), {}, m_trials.get());
        const auto hear = [this](const EventBody& body) {
            m_heard.append(body);
            if (m_onEvent)
                m_onEvent(body);
        };
        return QCoro::waitFor(builder.build(m_images->blueprint(), {sample::SmallImages::trial()}, hear, context));
    }

    template <typename Body>
    const Body* heard() const
    {
        for (const EventBody& body : m_heard)
            if (const auto* found = std::get_if<Body>(&body))
                return found;
        return nullptr;
    }

    bool hasBuilt() const
    {
        return std::ranges::any_of(m_heard, [](const EventBody& body) {
            const auto* built = std::get_if<ImageBuilt>(&body);
            return built && !built->reused;
        });
    }

    bool heardLine(const QString& text) const
    {
        return std::ranges::any_of(m_heard, [&text](const EventBody& body) {
            const auto* line = std::get_if<LogLine>(&body);
            return line && line->text == text;
        });
    }

    QStringList versions() const
    {
        QStringList named;
        const auto images = readIndex(m_home.path() + QStringLiteral("/images"));
        for (const StoredImage& image : images ? *images : QList<StoredImage>())
            named.append(image.record.ref.text() + u' ' + image.record.digest.text());
        return named;
    }

    /// Whatever trials may leave: containers, networks but podman's own, secrets, images, files of builds.
    QByteArray left(bool images = true) const
    {
        QByteArray all = m_home.podman({QStringLiteral("ps"), QStringLiteral("-aq")}) +
                         m_home.podman({QStringLiteral("secret"), QStringLiteral("ls"), QStringLiteral("-q")});
        for (const QByteArray& name :
             m_home.podman({QStringLiteral("network"), QStringLiteral("ls"), QStringLiteral("-q")}).split('\n'))
            if (name != "podman")
                all += name;
        if (images)
            all += m_home.podman({QStringLiteral("images"), QStringLiteral("-aq")});
        const QDir builds(m_home.path() + QStringLiteral("/build"));
        return all + builds.entryList(QDir::AllEntries | QDir::NoDotAndDotDot).join(u' ').toUtf8();
    }

    void verifyRed(const Result<ImageBuilder::Built>& built, ErrorCode code, const QStringList& args)
    {
        QVERIFY(built.failed());
        QVERIFY2(built.error().code == code && built.error().args == args,
                 qPrintable(built.error().args.join(u'|') + u"|" + built.error().detail));
        QVERIFY(!heard<ImageTried>());
        QVERIFY(!hasBuilt());
        verifyNothingHappened();
    }

    void verifyNothingHappened()
    {
        QCOMPARE(versions(), m_before);
        QCOMPARE(left(), QByteArray());
    }

    void cancelAt(const std::function<bool(const EventBody&)>& moment)
    {
        CancelSource source;
        m_onEvent = [&](const EventBody& body) {
            if (moment(body))
                QTimer::singleShot(0, qApp, [&source] { source.cancel(); });
        };
        const auto built = build({source.token(), QDeadlineTimer(QDeadlineTimer::Forever)});
        m_onEvent = {};
        QVERIFY(built.cancelled());
        verifyNothingHappened();
    }

    void dieAt(const QString& word)
    {
        leaveAt(word);
        sweepUp();
    }

    void leaveAt(const QString& word)
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(qEnvironmentVariable("DYING_TRIAL"),
                    {m_home.path(), m_home.runBase(), m_images->file(), sample::SmallImages::trial().text(), word});
        QVERIFY(child.waitForFinished(120'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QCOMPARE(versions(), m_before);
        QVERIFY(!left().isEmpty());
    }

    void sweepUp()
    {
        const auto swept = QCoro::waitFor(ImageBuilder(m_home.path(), {}, m_trials.get()).sweep({}));
        QVERIFY(swept.ok());
        verifyNothingHappened();
    }

    QStringList m_before;

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        m_images = std::make_unique<sample::SmallImages>(m_recipes.path());
        write(QStringLiteral("tini"), "#!/bin/sh\nshift\nexec \"$@\"\n");
        write(QStringLiteral("init"), smallInit);
        QVERIFY(QFile::copy(QStringLiteral("/bin/busybox"), m_recipes.filePath(QStringLiteral("busybox"))));
        makeTrials();
        // A store that has something: os/small@1, which says nothing of what it runs.
        ImageBuilder builder(m_home.path(), {}, m_trials.get());
        const auto os = ImageRef::parse(QStringLiteral("os/small@1"));
        QVERIFY(QCoro::waitFor(builder.build(m_images->blueprint(), {*os}, [](const EventBody&) {}, {})).ok());
        m_before = versions();
        QCOMPARE(m_before.size(), 1);
    }

    void init()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        makeTrials();
    }

    void whatNeverServesIsNoVersion()
    {
        setRecipe(QByteArray(serves) + "health: {port: 8080, path: /nothing, seconds: 1}\n");
        const auto built = build();
        QVERIFY(built.failed());
        QVERIFY2(built.error().args.value(2).startsWith(u"8080: /nothing 404"),
                 qPrintable(built.error().args.join(u'|')));
        verifyRed(built, ErrorCode::ImageNeverServed,
                  {QStringLiteral("trial@1"), QStringLiteral("1"), built.error().args.value(2)});
    }

    void whatNobodyListensForIsNoVersion()
    {
        setRecipe("services: [{name: idle, command: sleep 1000}]\nports: [8080]\nhealth: {port: 8080, seconds: 1}\n");
        const auto built = build();
        QVERIFY(built.failed());
        QVERIFY2(built.error().args.value(2).startsWith(u"8080: "), qPrintable(built.error().args.join(u'|')));
        verifyRed(built, ErrorCode::ImageNeverServed,
                  {QStringLiteral("trial@1"), QStringLiteral("1"), built.error().args.value(2)});
    }

    void aServiceThatDiesIsSaid()
    {
        setRecipe("services: [{name: idle, command: sleep 1000}, {name: mortal, command: /bin/sh -c 'echo no luck; "
                  "exit 3'}]\n");
        const auto built = build();
        QVERIFY(built.failed());
        QVERIFY2(built.error().detail.contains(u"no luck"), qPrintable(built.error().detail));
        QVERIFY2(built.error().args.value(2).endsWith(u"mortal (3)"), qPrintable(built.error().args.join(u'|')));
        verifyRed(built, ErrorCode::ImageNeverServed,
                  {QStringLiteral("trial@1"), QString(), built.error().args.value(2)});
    }

    void aNodeThatEndsIsSaid()
    {
        write(QStringLiteral("init"), "#!/bin/sh\necho goodbye\nexit 4\n");
        setRecipe(serves);
        const auto built = build();
        write(QStringLiteral("init"), smallInit);
        QVERIFY(built.failed());
        QVERIFY2(built.error().detail.contains(u"goodbye"), qPrintable(built.error().detail));
        verifyRed(built, ErrorCode::ImageNeverServed, {QStringLiteral("trial@1"), QString(), QStringLiteral("PID 1")});
    }

    void aFailingTestIsSaid()
    {
        setRecipe(QByteArray(serves) +
                  "tests:\n  - {name: fine, command: 'true'}\n"
                  "  - {name: broken, command: 'echo first; echo last >&2; (exit 7); echo never'}\n");
        const auto built = build();
        QVERIFY(built.failed());
        QCOMPARE(built.error().detail, QStringLiteral("first\nlast"));
        QVERIFY(heardLine(QStringLiteral("last")));
        verifyRed(built, ErrorCode::ImageTestFailed,
                  {QStringLiteral("trial@1"), QStringLiteral("broken"), QStringLiteral("7")});
    }

    /// As with the lab's images: process 1 ends with the one it started.
    void aTestThatEndsTheNodeIsNamed()
    {
        write(QStringLiteral("tini"), "#!/bin/sh\nshift\n\"$@\" &\nwait\n");
        setRecipe(QByteArray(serves) + "health: {port: 8080, path: /healthz}\n"
                                       "tests:\n  - {name: fine, command: 'true'}\n"
                                       "  - {name: deadly, command: 'kill -9 -1; exit 0'}\n");
        const auto built = build();
        write(QStringLiteral("tini"), "#!/bin/sh\nshift\nexec \"$@\"\n");
        QVERIFY(built.failed());
        verifyRed(
            built, ErrorCode::ImageTestFailed,
            {QStringLiteral("trial@1"), QStringLiteral("deadly"), QStringLiteral("PID 1"), QStringLiteral("ended")});
    }

    void aTestThatEndsAServiceIsNamed()
    {
        setRecipe("services: [{name: mortal, command: /bin/sh -c 'echo $$ > /pid; exec sleep 1000'}]\n"
                  "tests:\n  - {name: fine, command: 'true'}\n"
                  "  - {name: deadly, command: 'kill -9 $(cat /pid); sleep 1'}\n");
        const auto built = build();
        QVERIFY(built.failed());
        QVERIFY2(built.error().args.value(2).endsWith(u"mortal (137)"), qPrintable(built.error().args.join(u'|')));
        verifyRed(built, ErrorCode::ImageTestFailed,
                  {QStringLiteral("trial@1"), QStringLiteral("deadly"), built.error().args.value(2),
                   QStringLiteral("ended")});
    }

    void whatATestSaysIsBounded()
    {
        setRecipe(QByteArray(serves) + "tests:\n  - {name: loud, command: '/usr/bin/busybox head -c 3000000 /dev/zero "
                                       "| /usr/bin/busybox tr \"\\0\" x; exit 3'}\n");
        const auto built = build();
        QVERIFY(built.failed());
        QCOMPARE(built.error().detail, QString(QString(8192, u'x') + QStringLiteral("… +%1").arg(3'000'000 - 8192)));
        QVERIFY(heardLine(built.error().detail));
        verifyRed(built, ErrorCode::ImageTestFailed,
                  {QStringLiteral("trial@1"), QStringLiteral("loud"), QStringLiteral("3")});
    }

    void aTestThatHangsIsEnded()
    {
        TrialTiming timing;
        timing.testLimit = 1s;
        makeTrials(timing);
        setRecipe(QByteArray(serves) + "tests: [{name: slow, command: 'echo waiting; sleep 1000'}]\n");
        const auto built = build();
        QVERIFY(built.failed());
        QCOMPARE(built.error().detail, QStringLiteral("waiting"));
        verifyRed(built, ErrorCode::ImageTestFailed,
                  {QStringLiteral("trial@1"), QStringLiteral("slow"), QStringLiteral("> 1 s")});
    }

    void aCancelWhileItBootsLeavesNothing()
    {
        setRecipe("services: [{name: idle, command: sleep 1000}]\nports: [8080]\nhealth: {port: 8080}\n");
        cancelAt([](const EventBody& body) {
            const auto* progress = std::get_if<Progress>(&body);
            return progress && progress->phase == Phase::BootingImage && progress->done == 1;
        });
    }

    void aCancelInATestLeavesNothing()
    {
        setRecipe(QByteArray(serves) + "tests: [{name: slow, command: 'echo now; sleep 1000'}]\n");
        cancelAt([](const EventBody& body) {
            const auto* line = std::get_if<LogLine>(&body);
            return line && line->text == u"now";
        });
    }

    void aDeathWhileItBootsIsSweptUp()
    {
        setRecipe(QByteArray(serves) + "tests: [{name: slow, command: 'echo now; sleep 1000'}]\n");
        dieAt(QStringLiteral("bootingImage 0"));
        dieAt(QStringLiteral("bootingImage 1"));
    }

    void aDeathInATestIsSweptUp()
    {
        setRecipe(QByteArray(serves) + "tests: [{name: slow, command: 'echo now; sleep 1000'}]\n");
        dieAt(QStringLiteral("now"));
    }

    /// Though nobody may begin another build for days.
    void aNodeEndsThoughItsSnowmeltDied()
    {
        setRecipe(QByteArray(serves) + "health: {port: 8080, seconds: 1}\n"
                                       "tests: [{name: slow, command: 'echo now; sleep 1000'}]\n");
        leaveAt(QStringLiteral("now"));
        const QStringList running{QStringLiteral("ps"), QStringLiteral("-q")};
        QVERIFY(!m_home.podman(running).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(m_home.podman(running), QByteArray(), 60'000);
        sweepUp();
    }

    void aDeathAfterTheTrialIsSweptUp()
    {
        setRecipe(serves);
        dieAt(QStringLiteral("ImageTried"));
    }

    /// What another Snowmelt's build has under way is not swept.
    void aTrialThatRunsIsLeftAlone()
    {
        setRecipe(QByteArray(serves) + "tests: [{name: sweeping, command: 'echo now; sleep 1; cat /www/healthz'}]\n");
        Result<Done> swept = Done{};
        QList<TrialMark> noted;
        m_onEvent = [&](const EventBody& body) {
            if (const auto* line = std::get_if<LogLine>(&body); line && line->text == u"now") {
                swept = QCoro::waitFor(m_trials->sweep({}));
                noted = trialMarks(m_home.path());
            }
        };
        const auto built = build();
        m_onEvent = {};
        QVERIFY(swept.ok());
        QCOMPARE(noted.size(), 1); // which is how "orphans" knows what is not one
        QCOMPARE(noted.first().images.size(), 1);
        QVERIFY(trialMarks(m_home.path()).isEmpty());
        QVERIFY2(built.ok(), qPrintable(built.failed() ? built.error().detail : QString()));
    }

    /// Last: it becomes a version.
    void whatServesAndPassesBecomesAVersion()
    {
        setRecipe(QByteArray(serves) + "health: {port: 8080, path: /healthz}\n"
                                       "templates: [{path: /www/told, content: \"told ${NODE} ${PORT}\"}]\n"
                                       "tests:\n  - {name: born, command: 'cat /etc/snowmelt/node.conf /www/told'}\n"
                                       "  - {name: secret, command: test -s /run/secrets/database-password}\n");
        const auto built = build();
        QVERIFY2(built.ok(),
                 qPrintable(built.failed() ? built.error().args.join(u'|') + built.error().detail : QString()));
        QVERIFY(built->record.serveMs > 0 && built->record.serveMs < 60'000);
        const auto* tried = heard<ImageTried>();
        QVERIFY(tried);
        QCOMPARE(tried->image, built->record);
        QCOMPARE(tried->tests.size(), 2);
        QCOMPARE(tried->tests.first().name, QStringLiteral("born"));
        QVERIFY(heardLine(QStringLiteral("NODE=trial-1")));
        QVERIFY(heardLine(QStringLiteral("PORT=8080")));
        QVERIFY(heardLine(QStringLiteral("told trial-1 8080")));
        const auto found = ImageStore(m_home.path() + QStringLiteral("/images")).find(sample::SmallImages::trial());
        QVERIFY(found.ok());
        QCOMPARE(found->serveMs, built->record.serveMs);
        // The platform keeps the image of a version for the nodes to come, and nothing else.
        QCOMPARE(left(false), QByteArray());
        QVERIFY(*QCoro::waitFor(m_podman->imageImport()->hasImage(built->record.digest, {})));
    }
};

QTEST_GUILESS_MAIN(TestImageTrial)
#include "tst_image_trial.moc"
