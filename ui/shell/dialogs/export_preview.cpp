// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/export_preview.h"

#include "ui/export/png_writer.h"
#include "ui/shell/style/look.h"

#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int shownLines = 40;
constexpr int shownPixels = 900; ///< of the longer side: enough for two device pixels a pixel

} // namespace

ExportPreview::ExportPreview(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("exportPreview"));
    setMinimumSize(300, 260);
    setAccessibleName(tr("Preview"));
}

void ExportPreview::showDraft(const ExportDraft& draft)
{
    m_image = {};
    m_text = {};
    if (draft.pages.isEmpty()) {
        const QStringList lines = QString::fromUtf8(draft.text.left(8000)).split(u'\n');
        m_text = lines.mid(0, shownLines).join(u'\n');
    } else {
        const Sheet& page = draft.pages.first();
        m_image = imageOf(page, shownPixels / std::max(page.size.width(), page.size.height()));
    }
    update();
}

void ExportPreview::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    const QRect inside = rect().adjusted(metric::unit, metric::unit, -metric::unit, -metric::unit);
    if (!m_image.isNull()) {
        const QSize size = m_image.size().scaled(inside.size(), Qt::KeepAspectRatio);
        QRect place(QPoint(), size);
        place.moveCenter(inside.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, m_image);
        painter.setPen(theme.line);
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
        return;
    }
    painter.setFont(monoFont(TextSize::Small));
    painter.setPen(theme.sub);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, m_text);
}

} // namespace snowmelt
