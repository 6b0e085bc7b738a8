// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_mode.h"

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
    QString spokenSelection() const;           ///< the selected part in one sentence; empty: none
    QString statusLine() const;                ///< "100 % · live"
    QString hintLine() const;                  ///< what to do when there is nothing to see; empty: there is
    QRect partRect(const QString& part) const; ///< where a part is, in this widget; null: nowhere
    int framesPainted() const;                 ///< how often the whole diagram has been painted

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomToFit();
    void resetZoom();

Q_SIGNALS:
    void zoomChanged(double zoom);
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

} // namespace snowmelt
