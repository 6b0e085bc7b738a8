// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/diagram/contender.h"
#include "ui/diagram/frame_cache.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

namespace snowmelt::bench {

namespace {

/// What DiagramView does between a diagram and the screen, without a document.
class Ours final : public Contender, public QWidget
{
public:
    Ours()
    {
        setAttribute(Qt::WA_OpaquePaintEvent);
        resize(viewSize);
        QWidget::show();
        QCoreApplication::processEvents();
    }

    void show(std::shared_ptr<const Diagram> diagram) override { change(std::move(diagram)); }
    void look(double zoom, const QPointF& centre) override
    {
        m_viewport.zoom = zoom;
        m_viewport.origin = QPointF(width() / 2.0, height() / 2.0) - centre * zoom;
        sharpen();
    }
    void pan(const QPoint& pixels) override
    {
        m_viewport.origin += pixels;
        m_hurried = true;
        repaint();
    }
    void zoom(double factor) override
    {
        m_viewport.zoomAt(rect().center(), factor);
        m_hurried = true;
        repaint();
    }
    void redraw() override
    {
        m_frame.invalidate();
        sharpen();
    }
    int pick(const QPoint& pixel) override { return m_scene.boxAt(m_viewport.toDiagram(QPointF(pixel))); }
    void change(std::shared_ptr<const Diagram> diagram) override
    {
        const SceneChange change = differences(m_scene.diagram(), *diagram);
        m_frame.invalidate(m_scene.update(std::move(diagram), change));
        sharpen();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_sharp = m_frame.paint(&painter, m_scene, {}, m_viewport, size(), m_hurried);
    }

private:
    /// All turns of the event loop it takes.
    void sharpen()
    {
        m_hurried = false;
        repaint();
        while (!m_sharp) {
            while (!m_frame.paintAhead(m_scene, {}))
                ;
            repaint();
        }
    }

    Scene m_scene;
    FrameCache m_frame;
    Viewport m_viewport;
    bool m_hurried = false;
    bool m_sharp = false;
};

} // namespace

std::unique_ptr<Contender> makeOurs()
{
    return std::make_unique<Ours>();
}

} // namespace snowmelt::bench
