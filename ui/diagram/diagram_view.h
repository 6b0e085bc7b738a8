// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace snowmelt {

class FleetDocument;

/// What colours the nodes: their health, their drift, or their image version.
enum class DiagramMode { Health, Drift, Image };

/// The interactive diagram of a document: zoom, pan, selection (kept in step with the document's).
class DiagramView : public QWidget
{
    Q_OBJECT
public:
    explicit DiagramView(FleetDocument* document, QWidget* parent = nullptr);
    ~DiagramView() override;

    void setMode(DiagramMode mode);
    DiagramMode mode() const;
    double zoom() const; ///< 1: one diagram unit is one pixel

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

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace snowmelt
