// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QStandardItemModel;

namespace snowmelt {

class FleetDocument;

/// Finds a part of the fleet by name, image or drifted package and selects it; the diagram follows the selection.
class FindField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit FindField(FleetDocument* document, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    void choose(const QString& text);
    FleetDocument* m_document;
    QStandardItemModel* m_parts;
};

/// Names of parts of which the name, the image or a difference contains `text`, best first.
QStringList partsMatching(const FleetDocument& document, const QString& text);

} // namespace snowmelt
