// SPDX-License-Identifier: GPL-3.0-or-later
// The care of a real image store by real clicks in the window: what goes is removed from the disk, what is damaged is
// named.
#include "backend/services/backend_operations.h"
#include "models/items/pruning_model.h"
#include "tests/backend/image/sample_store.h"
#include "tests/ui/shell/window_hand.h"
#include "ui/shell/frame/settings.h"

#include <QSpinBox>
#include <QStandardPaths>
#include <QTreeView>

using namespace snowmelt;

class TestWindowStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatGoesIsRemovedFromTheDisk();
    void whatIsDamagedIsNamed();

private:
    void openStore();
    QStringList fates() const;

    std::unique_ptr<SampleStore> m_store;
    std::unique_ptr<BackendOperations> m_operations;
    WindowHand m_hand;
};

namespace {

constexpr int limit = 60'000;

} // namespace

void TestWindowStore::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QDir(QStandardPaths::writableLocation(QStandardPaths::ConfigLocation) + QStringLiteral("/snowmelt"))
        .removeRecursively();
    Settings::setLanguage(Language::English);
}

/// A version that was built three times.
void TestWindowStore::init()
{
    m_store = std::make_unique<SampleStore>();
    for (const char* content : {"first", "second", "third"})
        m_store->commit({m_store->tier(QStringLiteral("shop@1.0.0"), {{"a", content}})});
    m_operations = std::make_unique<BackendOperations>(m_store->home());
    openStore();
}

void TestWindowStore::cleanup()
{
    m_hand.window.reset();
    m_operations.reset();
    m_store.reset();
}

void TestWindowStore::openStore()
{
    const QString blueprint = QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/simulated/simulated.yaml");
    m_hand.window = std::make_unique<MainWindow>(m_operations.get(), blueprint);
    m_hand.window->resize(1200, 800);
    m_hand.window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_hand.window.get()));
    m_hand.window->openBlueprint(blueprint);
    m_hand.chooseInMenu("actionStore");
    QTRY_COMPARE_WITH_TIMEOUT(fates().size(), 3, limit);
}

QStringList TestWindowStore::fates() const
{
    QStringList fates;
    const auto* list = m_hand.find<QTreeView>("storeBuilds");
    for (int row = 0; list && row < list->model()->rowCount(); ++row)
        fates += list->model()->index(row, PruningModel::Becomes).data().toString();
    return fates;
}

void TestWindowStore::whatGoesIsRemovedFromTheDisk()
{
    QCOMPARE(fates().filter(QStringLiteral("goes")).size(), 1); // two are kept
    const QStringList before = m_store->files();
    m_hand.find<QSpinBox>("storeKeep")->setFocus();
    QTest::keyClick(m_hand.find("storeKeep"), Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(fates().filter(QStringLiteral("goes")).size(), 2, limit);
    QCOMPARE(m_store->files(), before);
    m_hand.click("storeRemove");
    QTRY_VERIFY_WITH_TIMEOUT(m_hand.find("pruneDialog"), limit);
    m_hand.click("confirm");
    QTRY_COMPARE_WITH_TIMEOUT(fates(), QStringList{QStringLiteral("stays: the newest of its version")}, limit);
    QVERIFY2(m_hand.text("recordRemark").startsWith(QStringLiteral("2 build")),
             qPrintable(m_hand.text("recordRemark")));
    QVERIFY(m_store->files().size() < before.size());
    m_hand.click("storeVerify");
    QTRY_VERIFY_WITH_TIMEOUT(m_hand.text("storeCheckSaid").startsWith(QStringLiteral("The image store is whole.")),
                             limit);
}

void TestWindowStore::whatIsDamagedIsNamed()
{
    const QString layer = QStringLiteral("blobs/sha256/") + Digest::ofBytes(sampleTar({{"a", "third"}})).hex();
    m_store->write(m_store->path(layer), "damage");
    m_hand.click("storeVerify");
    QTRY_VERIFY_WITH_TIMEOUT(m_hand.find<QTreeView>("storeDamage"), limit);
    const QAbstractItemModel* damage = m_hand.find<QTreeView>("storeDamage")->model();
    QCOMPARE(damage->index(0, 1).data().toString(), QStringLiteral("damaged"));
    QCOMPARE(damage->index(0, 2).data().toString(), QStringLiteral("shop 1.0.0"));
}

QTEST_MAIN(TestWindowStore)
#include "tst_window_store.moc"
