// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/exporter.h"

#include <QImage>
#include <QWidget>

namespace snowmelt {

/// What the file will look like: its first page, or its first lines.
class ExportPreview final : public QWidget
{
    Q_OBJECT
public:
    explicit ExportPreview(QWidget* parent);

    void showDraft(const ExportDraft& draft);
    QString shownText() const { return m_text; }
    QImage shownImage() const { return m_image; }
    QSize sizeHint() const override { return {360, 300}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_image;
    QString m_text;
};

} // namespace snowmelt
