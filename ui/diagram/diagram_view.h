// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/placing.h"
#include "ui/diagram/diagram_layer.h"

#include <QWidget>

#include <memory>

namespace snowmelt {

class FleetDocument;

/// The interactive diagram of a document: zoom, pan, selection (kept in step with the document's).
class DiagramView : public QWidget
{
    Q_OBJECT
public:
    explicit DiagramView(FleetDocument* document, QWidget* parent = nullptr);
    ~DiagramView() override;

    void setMode(DiagramMode mode);
    DiagramMode mode() const;
    void setStatusShown(bool shown); ///< the line with zoom and age; of a prediction there is no age
    double zoom() const;             ///< 1: one diagram unit is one pixel

    const FleetDocument& document() const;
    const Scene& scene() const;
    const Viewport& viewport() const;
    Viewport destination() const; ///< where the flight under way ends; else the viewport
    /// Where a person has put things; the layout respects it, and adds what it seated itself.
    const Arrangement& arrangement() const;
    void setArrangement(const Arrangement& arrangement);
    /// The same for the layout that comes next, where the document is about to change anyway.
    void prepareArrangement(const Arrangement& arrangement);
    /// Selected boxes can be moved by hand and by keys; who listens to moveAsked() puts them there.
    void setPlacing(bool placing);
    bool isPlacing() const;

    /// Painted over the frame, in the order they came, above the rings of the selection.
    void addLayer(std::unique_ptr<DiagramLayer> layer);
    /// By box of the scene; empty: none. A scene with other boxes begins with none.
    void setDimmed(const QBitArray& dimmed);
    const QBitArray& dimmed() const;
    /// The last one is the document's selection, and what the keyboard is on.
    void setSelectedParts(const QStringList& parts);
    QStringList selectedParts() const; ///< the document's is the last
    int boxAt(const QPoint& position) const;

    bool isHandFree() const;         ///< nothing is held with the mouse, and no key says that it pans
    void forgetMouse();              ///< something else has it: neither card nor ring of what it was on
    void panBy(const QPointF& step); ///< pixels; some of the diagram stays in sight

    QString spokenSelection() const;           ///< the selected part in one sentence; empty: none
    QString statusLine() const;                ///< "100 % · live"
    QString hintLine() const;                  ///< what to do when there is nothing to see; empty: there is
    QRect partRect(const QString& part) const; ///< where a part is, in this widget; null: nowhere
    int framesPainted() const;                 ///< how often the whole diagram has been painted
    qint64 pixelsPainted() const;              ///< of all frames: a small change paints few
    bool isSharp() const;                      ///< laid out and painted as it should be, not the last frame scaled

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomToFit();
    void resetZoom();
    void setViewport(const snowmelt::Viewport& viewport);
    /// As setViewport, but so that an eye can follow; at once where the desktop asks for reduced motion.
    void flyTo(const snowmelt::Viewport& viewport);
    /// Flies so that `area` (diagram units) is in the middle, at 100 % at most.
    void flyTo(const QRectF& area);
    void selectAll(); ///< every part that has a place of its own
    /// The card with what is known of the selected part: shown, or taken away.
    void toggleCard();

Q_SIGNALS:
    void zoomChanged(double zoom);
    void viewportChanged();
    void sceneChanged(); ///< other boxes or other places: indices of boxes mean something else now
    void marksChanged(); ///< the same boxes, other facts
    void arrangementChanged();
    void selectedPartsChanged();
    /// To stand there from now on. `byKey`: one step of several.
    void moveAsked(const snowmelt::Places& places, bool byKey);
    /// Right click or menu key on a part; global position.
    void menuRequested(const QString& part, const QPoint& globalPosition);
    void activated(const QString& part); ///< double click or Return

protected:
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The palette is the theme's: its canvas follows from how dark its base is.
const Theme& diagramTheme(const QWidget* widget);

} // namespace snowmelt
