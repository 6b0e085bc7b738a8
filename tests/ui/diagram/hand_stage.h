// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/layout_fleet.h"
#include "tests/ui/diagram/many_nodes.h"
#include "tests/ui/diagram/told.h"
#include "ui/diagram/diagram_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace snowmelt::test {

/// A diagram in a window, and a hand that holds its boxes.
class HandStage
{
protected:
    void begin();
    QPoint middleOf(const QString& part) const { return m_view->partRect(part).center(); }
    QPoint titleOf(const QString& group) const { return m_view->partRect(group).topLeft() + QPoint(40, 20); }
    QPointF cornerOf(const QString& part) const
    {
        return m_view->scene().rect(m_view->scene().firstOf(part)).topLeft();
    }
    /// Takes the part that is selected to the lower edge, and waits until the view has gone along.
    QPoint dragToTheEdge(const QString& part) const;
    bool isAtRest() const;
    void drag(const QPoint& from, const QPoint& by, Qt::KeyboardModifiers modifiers = {}) const;
    /// As the window does it.
    void obey(const Places& places) const { m_view->setArrangement(withPlaced(m_view->arrangement(), places)); }

    Blueprint m_blueprint = sample::shop();
    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<QWidget> m_window;
    DiagramView* m_view = nullptr;
};

inline void HandStage::begin()
{
    QApplication::setPalette(Theme::light().palette());
    m_window.reset();
    m_document = std::make_unique<FleetDocument>();
    m_window = std::make_unique<QWidget>();
    auto* layout = new QVBoxLayout(m_window.get());
    m_view = new DiagramView(m_document.get());
    m_view->setPlacing(true);
    QObject::connect(m_view, &DiagramView::moveAsked, m_view, [this](const Places& places) { obey(places); });
    layout->addWidget(m_view);
    m_window->resize(1100, 800);
    sample::tell(*m_document, m_blueprint, sample::up(m_blueprint));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view->setFocus();
}

inline void HandStage::drag(const QPoint& from, const QPoint& by, Qt::KeyboardModifiers modifiers) const
{
    QTest::mousePress(m_view, Qt::LeftButton, modifiers, from);
    QTest::mouseMove(m_view, from + by / 2);
    QTest::mouseMove(m_view, from + by);
    QTest::mouseRelease(m_view, Qt::LeftButton, modifiers, from + by);
}

inline QPoint HandStage::dragToTheEdge(const QString& part) const
{
    const double origin = m_view->viewport().origin.y();
    const QPoint from = middleOf(part);
    const QPoint to(from.x(), m_view->height() - 2);
    QTest::mousePress(m_view, Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view, from + QPoint(0, 30));
    QTest::mouseMove(m_view, to);
    const auto gone = [&] { return m_view->viewport().origin.y() < origin - 60; };
    return QTest::qWaitFor(gone, 10'000) ? to : QPoint();
}

/// Long enough for several turns: what still moves is seen to move.
inline bool HandStage::isAtRest() const
{
    QSignalSpy moved(m_view, &DiagramView::viewportChanged);
    return !moved.wait(100);
}

} // namespace snowmelt::test
