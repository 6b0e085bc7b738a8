// SPDX-License-Identifier: GPL-3.0-or-later
// The main job by real clicks in the window, on real servers: up, scan, drift, build, rebirth, swap under load, roll
// back, down. Each function goes on where the last one ended. The event loop is measured all the while.
#include "backend/services/backend_operations.h"
#include "models/document/fleet_document.h"
#include "models/items/activity_model.h"
#include "models/items/drift_rows.h"
#include "models/items/tree_row.h"
#include "tests/support/aside.h"
#include "tests/support/gap_meter.h"
#include "tests/support/lab.h"
#include "tests/support/shop_load.h"
#include "tests/support/timed_application.h"
#include "tests/ui/shell/window_hand.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/frame/appearance.h"
#include "ui/shell/frame/settings.h"
#include "ui/shell/rehearsal/step_list.h"

#include <QComboBox>
#include <QDir>
#include <QPointer>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTreeView>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("web");
const QString drifted = QStringLiteral("web-2");

/// What a night of quick fixes leaves behind.
const QByteArray quickFixes = R"(set -e
export DEBIAN_FRONTEND=noninteractive LC_ALL=C
mkdir -p /tmp/deb/DEBIAN /tmp/deb/usr/share/hotfix
printf 'Package: hotfix\nVersion: 1.0\nArchitecture: all\nMaintainer: ops\nDescription: a hotfix\n' > /tmp/deb/DEBIAN/control
echo fixed > /tmp/deb/usr/share/hotfix/note
dpkg-deb --build /tmp/deb /tmp/hotfix.deb >/dev/null
dpkg -i /tmp/hotfix.deb >/dev/null
rm -rf /tmp/deb /tmp/hotfix.deb
echo '# quick fix' >> /etc/ssh/sshd_config
chmod 600 /etc/debian_version
)";

} // namespace

class TestWindowLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void bringsTheFleetUp();
    void scansAndShowsTheSnowflake();
    void buildsTheNextVersion();
    void rebirthMeltsTheSnowflake();
    void swapUnderLoadLosesNothing();
    void rollsBackWhileWatching();
    void takesTheFleetDownByItsMenu();
    void neverStoodStill();

private:
    static TimedApplication* timed() { return static_cast<TimedApplication*>(qApp); }
    FleetDocument* document() const { return m_hand.window->findChild<FleetDocument*>(); }
    QTreeView* tree() const { return m_hand.find<QTreeView>("fleetTree"); }
    QModelIndex part(const QString& name) const { return WindowHand::row(tree(), PartRole, name); }
    QStringList nodes() const;
    bool healthy(const ImageRef& image) const;
    const OperationState* lastOf(const QString& verb) const;
    bool ended(const QString& verb) const;
    /// Waits until the operation that the next click started has ended; a "done" of an earlier one does not count.
    bool endsAfter(const OperationId& earlier, const QString& verb, int limit) const;
    QString endOf(const QString& verb) const;
    void chooseTarget(const ImageRef& image, int bakeSeconds);
    void shoot(const char* name, const char* dialog = nullptr);
    void save(QWidget* widget, const char* name, const char* look);
    void wear(Appearance appearance);
    void speak(const char* languageAction);

    std::unique_ptr<BackendOperations> m_operations;
    WindowHand m_hand;
    GapMeter m_gaps;
    QString m_pictures;
    bool m_broken = false;
};

void TestWindowLab::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QDir(QStandardPaths::writableLocation(QStandardPaths::ConfigLocation) + QStringLiteral("/snowmelt"))
        .removeRecursively();
    Settings::setLanguage(Language::English);
    Settings::setAppearance(Appearance::Light);
    m_pictures = qEnvironmentVariable("SNOWMELT_SCREENSHOTS", QDir::currentPath() + QStringLiteral("/screenshots"));
    QVERIFY(QDir().mkpath(m_pictures));
    m_operations = std::make_unique<BackendOperations>(labHome());
    Lab before(m_operations.get(), shopBlueprint());
    QCOMPARE(before.run(DownIntent{true}).ending(), QStringLiteral("done"));
    forgetImage(shop110); // the window builds it
    m_hand.window = std::make_unique<MainWindow>(m_operations.get(), shopBlueprint());
    m_hand.window->resize(1600, 1000);
    m_hand.window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_hand.window.get()));
    m_gaps.start();
}

void TestWindowLab::init()
{
    if (m_broken)
        QSKIP("an earlier step failed");
}

void TestWindowLab::cleanup()
{
    m_broken |= QTest::currentTestFailed();
    if (QTest::currentTestFailed())
        save(m_hand.window.get(), "failed", "light");
}

void TestWindowLab::cleanupTestCase()
{
    m_hand.window.reset();
    if (!m_operations)
        return;
    Lab after(m_operations.get(), shopBlueprint());
    QCOMPARE(after.run(DownIntent{true}).ending(), QStringLiteral("done"));
}

QStringList TestWindowLab::nodes() const
{
    QStringList names;
    const GroupState* group = document()->fleet().findGroup(web);
    for (const NodeState& node : group ? group->nodes : QList<NodeState>())
        names += node.name;
    return names;
}

/// Three nodes of this image, healthy in the tree and with a place in the diagram.
bool TestWindowLab::healthy(const ImageRef& image) const
{
    const auto* diagram = m_hand.find<DiagramView>("diagram");
    const GroupState* group = document()->fleet().findGroup(web);
    if (!diagram || !group || group->nodes.size() != 3)
        return false;
    return std::all_of(group->nodes.begin(), group->nodes.end(), [&](const NodeState& node) {
        return node.image == image && !diagram->partRect(node.name).isNull() &&
               Health(part(node.name).data(HealthRole).toInt()) == Health::Healthy;
    });
}

const OperationState* TestWindowLab::lastOf(const QString& verb) const
{
    const QList<OperationState>& all = document()->operations();
    const auto found =
        std::find_if(all.rbegin(), all.rend(), [&](const OperationState& operation) { return operation.verb == verb; });
    return found == all.rend() ? nullptr : &*found;
}

bool TestWindowLab::ended(const QString& verb) const
{
    const OperationState* operation = lastOf(verb);
    return operation && !operation->running();
}

bool TestWindowLab::endsAfter(const OperationId& earlier, const QString& verb, int limit) const
{
    return QTest::qWaitFor([&] { return ended(verb) && lastOf(verb)->id != earlier; }, limit);
}

QString TestWindowLab::endOf(const QString& verb) const
{
    const OperationState* operation = lastOf(verb);
    if (!operation || operation->running())
        return QStringLiteral("never ended");
    const std::optional<Error>& error = operation->finished->error;
    return error ? QString(outcomeName(operation->finished->outcome) + u' ' + codeName(error->code) + u' ' +
                           error->args.join(u'|') + u' ' + error->detail)
                 : outcomeName(operation->finished->outcome);
}

void TestWindowLab::save(QWidget* widget, const char* name, const char* look)
{
    QVERIFY2(widget, name);
    QVERIFY(widget->grab().save(
        m_pictures +
        QStringLiteral("/window_lab_%1-%2.png").arg(QString::fromLatin1(name), QString::fromLatin1(look))));
}

void TestWindowLab::wear(Appearance appearance)
{
    applyAppearance(appearance);
    const bool dark = appearance == Appearance::Dark;
    QVERIFY(QTest::qWaitFor([&] { return (m_hand.window->palette().window().color().lightness() < 128) == dark; }));
    QTest::qWait(50);
}

void TestWindowLab::speak(const char* languageAction)
{
    auto* tabs = m_hand.find<QTabWidget>("inspectorTabs");
    const int tab = tabs ? tabs->currentIndex() : 0;
    const QPointer<QWidget> before = m_hand.find("fleetTree");
    m_hand.action(languageAction)->trigger();
    QVERIFY(QTest::qWaitFor([&] { return before.isNull(); }));
    if (auto* made = m_hand.find<QTabWidget>("inspectorTabs"))
        made->setCurrentIndex(tab);
    QTest::qWait(50); // layouts that were posted settle
}

/// The window (or one of its dialogs) in light and dark, the window in Korean too.
void TestWindowLab::shoot(const char* name, const char* dialog)
{
    timed()->setCounting(false);
    m_gaps.leaveOut([&] {
        QTest::qWait(50); // layouts that were posted settle
        QWidget* shown = dialog ? m_hand.find(dialog) : m_hand.window.get();
        save(shown, name, "light");
        wear(Appearance::Dark);
        save(shown, name, "dark");
        wear(Appearance::Light);
        if (dialog)
            return;
        speak("actionLanguage2");
        save(m_hand.window.get(), name, "ko");
        speak("actionLanguage1");
    });
    timed()->setCounting(true);
}

void TestWindowLab::bringsTheFleetUp()
{
    m_hand.click("tryLab");
    QVERIFY(QTest::qWaitFor([&] { return m_hand.find("notRunning") != nullptr; }, 30'000));
    shoot("not_running");
    m_hand.click("bringUp");
    shoot("up_question", "upDialog");
    m_hand.click("confirm");
    const QString up = QStringLiteral("up");
    QVERIFY(QTest::qWaitFor([&] { return lastOf(up) && (lastOf(up)->progress || ended(up)); }, 30'000));
    shoot("coming_up");
    // Images that the folder of this build does not have yet are built on the way.
    QVERIFY(QTest::qWaitFor([&] { return ended(up); }, 600'000));
    QCOMPARE(endOf(up), QStringLiteral("done"));
    QVERIFY(QTest::qWaitFor([&] { return healthy(shop100); }, 30'000));
    QCOMPARE(nodes(), QStringList({QStringLiteral("web-1"), drifted, QStringLiteral("web-3")}));
    QVERIFY(!m_hand.find("notRunning"));
    shoot("fleet");
}

void TestWindowLab::scansAndShowsTheSnowflake()
{
    const NodeState node = *document()->fleet().findNode(drifted);
    const ShellAnswer fixed = aside([node] { return onNode(QStringLiteral("shop"), node, quickFixes); });
    QVERIFY2(fixed.status == 0, QByteArray(fixed.out + fixed.err).constData());
    LoadClient load(loadOf(document()->fleet(), 60'000)); // a shop with customers
    load.start();
    m_hand.click("actionScanButton");
    const QString scan = QStringLiteral("scan");
    QVERIFY(QTest::qWaitFor([&] { return ended(scan); }, 120'000));
    QCOMPARE(endOf(scan), QStringLiteral("differences"));
    QVERIFY(activityText(*lastOf(scan)).contains(QStringLiteral("1 drifted")));
    QCOMPARE(part(QStringLiteral("web-1")).data(DetailRole).toString(), QString());
    WindowHand::clickRow(tree(), part(drifted));
    QCOMPARE(m_hand.text("inspectorTitle"), drifted);
    shoot("node");
    auto* tabs = m_hand.find<QTabWidget>("inspectorTabs");
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
    auto* drift = m_hand.find<QTreeView>("driftTree");
    QVERIFY(drift);
    QVERIFY(WindowHand::row(drift, Qt::DisplayRole, QStringLiteral("/etc/ssh/sshd_config")).isValid());
    QVERIFY(WindowHand::row(drift, Qt::DisplayRole, QStringLiteral("hotfix")).isValid());
    QCOMPARE(WindowHand::row(drift, ActualRole, QStringLiteral("0600")).data(BaselineRole).toString(),
             QStringLiteral("0644"));
    const int count = document()->fleet().findNode(drifted)->driftCount.value_or(0);
    QVERIFY(count >= 3);
    QCOMPARE(part(drifted).data(DetailRole).toString(), QStringLiteral("Δ%1").arg(count));
    shoot("drift");
    const LoadCounts counts = aside([&load] { return load.stop(); });
    QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
}

void TestWindowLab::buildsTheNextVersion()
{
    m_hand.click("actionBuildButton");
    auto* images = m_hand.find<QTreeView>("buildImages");
    WindowHand::clickRow(images, WindowHand::row(images, IdRole, shop110.text()));
    shoot("build", "buildDialog");
    m_hand.click("startBuild");
    const QString build = QStringLiteral("build");
    QVERIFY(QTest::qWaitFor([&] { return ended(build); }, 600'000));
    QCOMPARE(endOf(build), QStringLiteral("done"));
    const auto isBuilt = [&] {
        const QList<ImageRecord>& all = document()->images();
        return std::any_of(all.begin(), all.end(), [](const ImageRecord& image) {
            return image.ref == shop110 && !image.digest.isNull() && !image.stale;
        });
    };
    QVERIFY(QTest::qWaitFor(isBuilt, 30'000));
    QVERIFY(WindowHand::row(tree(), IdRole, shop110.text()).isValid());
}

void TestWindowLab::rebirthMeltsTheSnowflake()
{
    WindowHand::clickRow(tree(), part(drifted));
    m_hand.click("rebirthButton");
    m_hand.acceptWarnings();
    const auto names = [](const QLabel* check) { return check->text().contains(drifted); };
    const auto said = m_hand.find("swapChecks")->findChildren<QLabel*>(QStringLiteral("checkSentence"));
    QVERIFY(std::any_of(said.begin(), said.end(), names));
    shoot("rebirth_rehearsal", "rebirthDialog");
    m_hand.click("startRebirth");
    const QString rebirth = QStringLiteral("rebirth");
    QVERIFY(QTest::qWaitFor([&] { return m_hand.find("banner") != nullptr; }, 60'000));
    QVERIFY(m_hand.text("bannerTitle").contains(drifted));
    QVERIFY(QTest::qWaitFor([&] { return ended(rebirth); }, 240'000));
    QCOMPARE(endOf(rebirth), QStringLiteral("done"));
    QVERIFY(m_hand.text("bannerTitle").contains(QStringLiteral("done")));
    QVERIFY(QTest::qWaitFor([&] { return healthy(shop100); }, 30'000));
    QVERIFY(!nodes().contains(drifted));
    shoot("rebirth_done");
    m_hand.click("bannerDismiss");
    const QString scan = QStringLiteral("scan");
    const OperationId earlier = lastOf(scan)->id;
    m_hand.click("actionScanButton");
    QVERIFY(endsAfter(earlier, scan, 120'000));
    QCOMPARE(endOf(scan), QStringLiteral("done"));
}

void TestWindowLab::chooseTarget(const ImageRef& image, int bakeSeconds)
{
    m_hand.click("actionSwapButton");
    auto* target = m_hand.find<QComboBox>("swapTarget");
    QVERIFY(target);
    QCOMPARE(target->currentData().toString(), image.text()); // of two versions the other one
    auto* bake = m_hand.find<QSpinBox>("swapBake");
    bake->setFocus();
    bake->selectAll();
    QTest::keyClicks(bake, QString::number(bakeSeconds));
    const auto planned = [&] {
        return m_hand.find("swapChecks") && m_hand.text("dialogRemark") != QStringLiteral("Making the plan…");
    };
    QVERIFY(QTest::qWaitFor(planned, 30'000));
    m_hand.acceptWarnings();
    QVERIFY(QTest::qWaitFor([&] { return m_hand.find<QAbstractButton>("startSwap")->isEnabled(); }, 30'000));
}

void TestWindowLab::swapUnderLoadLosesNothing()
{
    LoadClient load(loadOf(document()->fleet(), 1000));
    load.start();
    chooseTarget(shop110, 0);
    auto* steps = m_hand.find<StepList>("swapSteps");
    QVERIFY(steps && steps->count() >= 7);
    shoot("swap_rehearsal", "swapDialog");
    QStringList told;
    const auto listen = connect(document(), &FleetDocument::deploymentChanged, this, [&] {
        const QString now = m_hand.text("bannerDetail").section(QStringLiteral(" · "), 0, 0);
        if (!now.isEmpty() && !told.contains(now))
            told += now;
    });
    m_hand.click("startSwap");
    QVERIFY(QTest::qWaitFor([&] { return m_hand.find("banner") != nullptr; }, 60'000));
    QCOMPARE(m_hand.text("bannerTitle"), QStringLiteral("Swap web to shop 1.1.0"));
    const auto bothSides = [&] { return nodes().size() == 6; };
    QVERIFY(QTest::qWaitFor(bothSides, 120'000));
    shoot("swap_both_sides");
    const QString swap = QStringLiteral("swap");
    QVERIFY(QTest::qWaitFor([&] { return ended(swap); }, 240'000));
    disconnect(listen);
    QCOMPARE(endOf(swap), QStringLiteral("done"));
    QVERIFY(QTest::qWaitFor([&] { return healthy(shop110); }, 30'000));
    const LoadCounts counts = aside([&load] { return load.stop(); });
    QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
    QVERIFY(counts.freshGets > 500 && counts.keptGets > 500 && counts.postsAcknowledged > 500);
    QCOMPARE(QString::fromStdString(counts.lastVersion), QStringLiteral("1.1.0"));
    QVERIFY(m_hand.text("bannerTitle").contains(QStringLiteral("done")));
    QVERIFY(m_hand.text("bannerCount").startsWith(QStringLiteral("0 failed of ")));
    QVERIFY2(told.size() >= 4, qPrintable(told.join(u'\n')));
    shoot("swap_done");
    qInfo() << "swap by clicks:" << counts.requests() << "requests," << counts.failed << "failed; the banner said"
            << told;
    m_hand.click("bannerDismiss");
}

void TestWindowLab::rollsBackWhileWatching()
{
    const QStringList blue = nodes();
    LoadClient load(loadOf(document()->fleet(), 1000));
    load.start();
    const QString swap = QStringLiteral("swap");
    const OperationId earlier = lastOf(swap)->id;
    chooseTarget(shop100, 120);
    m_hand.click("startSwap");
    const auto bakes = [&] { return m_hand.text("bannerDetail").startsWith(QStringLiteral("Watching green")); };
    QVERIFY(QTest::qWaitFor(bakes, 240'000));
    shoot("swap_watching");
    m_hand.click("rollbackButton");
    shoot("rollback_question", "rollbackDialog");
    m_hand.click("confirm");
    QVERIFY(endsAfter(earlier, swap, 120'000));
    QVERIFY(QTest::qWaitFor([&] { return ended(QStringLiteral("rollback")); }, 30'000));
    QCOMPARE(endOf(QStringLiteral("rollback")), QStringLiteral("done"));
    QCOMPARE(lastOf(swap)->finished->safety, Safety::BlueServes);
    QVERIFY(QTest::qWaitFor([&] { return healthy(shop110); }, 30'000));
    QCOMPARE(nodes(), blue);
    const LoadCounts counts = aside([&load] { return load.stop(); });
    QVERIFY2(counts.failed == 0, qPrintable(describe(counts)));
    QCOMPARE(QString::fromStdString(counts.lastVersion), QStringLiteral("1.1.0"));
    QVERIFY(m_hand.text("bannerTitle").contains(QStringLiteral("rolled back")));
    shoot("rolled_back");
    m_hand.click("bannerDismiss");
}

void TestWindowLab::takesTheFleetDownByItsMenu()
{
    m_hand.chooseInMenu("actionDown");
    QVERIFY(QTest::qWaitFor([&] { return m_hand.find("downDialog") != nullptr; }));
    shoot("down_question", "downDialog");
    m_hand.click("confirm");
    const QString down = QStringLiteral("down");
    QVERIFY(QTest::qWaitFor([&] { return ended(down); }, 120'000));
    QCOMPARE(endOf(down), QStringLiteral("done"));
    QVERIFY(QTest::qWaitFor([&] { return m_hand.find("notRunning") != nullptr; }, 30'000));
    QVERIFY(nodes().isEmpty());
    QCOMPARE(part(QStringLiteral("edge")).data(HealthRole), QVariant()); // gone as asked is not "down"
    shoot("down");
}

void TestWindowLab::neverStoodStill()
{
    qInfo() << "largest gap of the GUI thread:" << m_gaps.largest()
            << "ms; with what the machine kept it waiting:" << m_gaps.largestByTheClock() << "ms";
    qInfo().noquote() << "longest events:\n" + timed()->slowest().join(u'\n');
    QVERIFY2(m_gaps.complaint().isEmpty(), qPrintable(m_gaps.complaint()));
}

int main(int argc, char** argv)
{
    TimedApplication application(argc, argv);
    TestWindowLab test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_window_lab.moc"
