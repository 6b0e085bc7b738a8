// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "tests/models/layout/sample_fleets.h"
#include "tests/ui/shell/window_test.h"
#include "ui/diagram/diagram_view.h"

#include <QAbstractItemView>
#include <QLineEdit>

namespace snowmelt {

/// The window over a fleet in which there is something to look for: forty nodes of "web", six of "api"; one is down,
/// one degraded, one could not be asked, one drifted, one runs another image.
class FindStage : public WindowStage
{
public:
    FindStage() { write(blueprintText()); }

    static QByteArray blueprintText(int webNodes = 40)
    {
        QByteArray text = goodText();
        text.replace("size: 3,", QByteArray("size: " + QByteArray::number(webNodes) + ','));
        text.replace("serves: [web]", "serves: [web, api]");
        text.replace("databases:\n", "  api: {image: shop@1.0.0, size: 6, port: 8081, health: {path: /healthz}, "
                                     "uses: [orders]}\ndatabases:\n");
        return text;
    }

    FleetState lived(int webNodes = 40) const
    {
        FleetState fleet = sample::up(parseBlueprint(blueprintText(webNodes), path()).value);
        node(&fleet, "web-7").health = Health::Down;
        node(&fleet, "web-12").health = Health::Degraded;
        node(&fleet, "api-2").health = Health::Unknown;
        node(&fleet, "web-3").driftCount = 4;
        node(&fleet, "web-20").image.version = QStringLiteral("1.1.0");
        return fleet;
    }
    static NodeState& node(FleetState* fleet, const char* name)
    {
        for (GroupState& group : fleet->groups)
            for (NodeState& node : group.nodes)
                if (node.name == QLatin1String(name))
                    return node;
        qFatal("no such node");
    }

    void openLived(const QSize& size = {1400, 875})
    {
        show(size);
        window->openBlueprint(path());
        watch(lived());
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        diagram()->setFocus();
    }

    /// The same with so many nodes of "web" that it is laid out, searched and filtered beside the GUI thread.
    void openMany()
    {
        const QString many = QFileInfo(path()).path() + QStringLiteral("/many.yaml");
        QFile file(many);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(blueprintText(manyNodes));
        file.close();
        window->openBlueprint(many);
        watch(lived(manyNodes));
        QTRY_VERIFY_WITH_TIMEOUT(diagram()->scene().size() > manyNodes, 60000);
    }
    static constexpr int manyNodes = 2500;

    DiagramView* diagram() const { return find<DiagramView>("diagram"); }
    FleetDocument* document() const { return window->findChild<FleetDocument*>(); }
    QLineEdit* field() const { return find<QLineEdit>("findField"); }
    QAbstractItemView* list() const { return find<QAbstractItemView>("foundList"); }

    void press(const QKeySequence& keys) const
    {
        window->activateWindow(); // a menu was open before
        QVERIFY(QTest::qWaitFor([this] { return QApplication::activeWindow() == window.get(); }));
        QTest::keySequence(window.get(), keys);
    }
    void press(const char* keys) const { press(QKeySequence(QString::fromLatin1(keys))); }
    /// From anywhere: opens the field and types over what is there.
    void search(const char* words) const
    {
        press(QKeySequence::Find);
        QTRY_VERIFY(field() && field()->hasFocus());
        QTest::keyClicks(field(), QString::fromLatin1(words));
    }
    void clickPart(const char* part) const
    {
        const QRect rect = diagram()->partRect(QString::fromLatin1(part));
        QVERIFY2(!rect.isNull(), part);
        QTest::mouseClick(diagram(), Qt::LeftButton, {}, rect.center());
    }
    bool isDimmed(const char* part) const
    {
        const int box = diagram()->scene().firstOf(QString::fromLatin1(part));
        return box >= 0 && box < diagram()->dimmed().size() && diagram()->dimmed().testBit(box);
    }
    bool isInTheMiddle(const char* part) const
    {
        const QPoint off = diagram()->partRect(QString::fromLatin1(part)).center() - diagram()->rect().center();
        return off.manhattanLength() < 4;
    }
    QString hidden() const { return text("hiddenCount"); }
};

} // namespace snowmelt
