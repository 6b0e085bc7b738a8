// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/layout/sample_fleets.h"
#include "tests/ui/diagram/told.h"
#include "ui/diagram/diagram_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

namespace snowmelt {

/// A view of the shop in a window of its own, with a button behind it.
class ViewStage
{
protected:
    static FleetState fresh(FleetState fleet)
    {
        fleet.observedAt = QDateTime::currentDateTimeUtc();
        return fleet;
    }

    void begin()
    {
        QApplication::setPalette(Theme::light().palette());
        m_window.reset();
        m_document = std::make_unique<FleetDocument>();
        m_window = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_window.get());
        m_view = new DiagramView(m_document.get());
        m_after = new QPushButton(u"after"_qs);
        layout->addWidget(m_view, 1);
        layout->addWidget(m_after);
        m_window->resize(980, 720);
        sample::tell(*m_document, m_blueprint, fresh(sample::up(m_blueprint)));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_view->setFocus();
    }
    QPoint middleOf(const QString& part) const { return m_view->partRect(part).center(); }

    Blueprint m_blueprint = sample::shop();
    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<QWidget> m_window;
    DiagramView* m_view = nullptr;
    QPushButton* m_after = nullptr;
};

} // namespace snowmelt
