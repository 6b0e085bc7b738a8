// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/shell/scripted_operations.h"
#include "tests/ui/shell/window_hand.h"
#include "ui/shell/frame/settings.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace snowmelt {

/// A window over scripted operations, with settings of its own, and the moves a person makes in it.
class WindowStage : public WindowHand
{
public:
    WindowStage()
    {
        const QString settings = QStandardPaths::writableLocation(QStandardPaths::ConfigLocation);
        QDir(settings + QStringLiteral("/snowmelt")).removeRecursively();
        Settings::setLanguage(Language::English);
        Settings::setAppearance(Appearance::Light);
        Settings::setNotifications(false); // the desktop of who runs the tests is told nothing
        write(goodText());
    }
    ~WindowStage() { window.reset(); } // before the operations it speaks to

    static QByteArray goodText()
    {
        return "snowmelt: 1\nname: shop\nplatform: {kind: simulation}\nimages:\n"
               "  os/debian-12: {versions: {12.1: recipes/os.yaml}}\n"
               "  foundation/web: {versions: {1: recipes/web.yaml}}\n"
               "  foundation/haproxy: {versions: {1: recipes/haproxy.yaml}}\n"
               "  foundation/postgresql: {versions: {1: recipes/postgresql.yaml}}\n"
               "  shop: {versions: {1.0.0: recipes/shop-1.0.0.yaml, 1.1.0: recipes/shop-1.1.0.yaml}}\n"
               "balancers:\n  edge: {driver: haproxy, image: foundation/haproxy@1, listen: 8080, serves: [web]}\n"
               "groups:\n  web: {image: shop@1.0.0, size: 3, port: 8080, health: {path: /healthz}, uses: [orders]}\n"
               "databases:\n  orders: {engine: postgresql, image: foundation/postgresql@1, volume: keep, schema: 12}\n";
    }

    void write(const QByteArray& text)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    /// The recipes that the blueprint names, and a file that one of them would need.
    void writeLab()
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("recipes"));
        for (const char* name : {"os", "web", "haproxy", "postgresql", "shop-1.0.0", "shop-1.1.0"}) {
            QFile recipe(m_folder.filePath(QStringLiteral("recipes/%1.yaml").arg(QLatin1String(name))));
            QVERIFY(recipe.open(QIODevice::WriteOnly));
        }
    }
    QString path() const { return m_folder.filePath(QStringLiteral("shop.yaml")); }

    void show(const QSize& size = {1600, 1000})
    {
        window = std::make_unique<MainWindow>(&operations, path());
        window->resize(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }
    void openUp(const FleetState& fleet = sample::fleet())
    {
        show();
        window->openBlueprint(path());
        watch(fleet);
    }
    void watch(FleetState fleet)
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        fleet.observedAt = now;
        for (BalancerState& balancer : fleet.balancers)
            age(balancer.node, now);
        for (GroupState& group : fleet.groups)
            for (NodeState& node : group.nodes)
                age(node, now);
        for (DatabaseState& database : fleet.databases)
            age(database.node, now);
        operations.say(operations.lastOf<WatchIntent>(), FleetObserved{fleet});
    }

    ScriptedOperations operations;

private:
    static void age(NodeState& node, const QDateTime& now)
    {
        node.bornAt = now.addSecs(-720);
        node.startedAt = now.addSecs(-720);
    }
    QTemporaryDir m_folder;
};

} // namespace snowmelt
