// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pdf_writer.h"

#include "models/export/escape.h"
#include "ui/export/pdf_date.h"

#include <QBuffer>
#include <QHashSeed>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>

namespace snowmelt {

namespace {

constexpr double pointsPerUnit = 72.0 / 96.0;
constexpr int dotsPerUnit = 10; ///< glyphs stand on these: fine enough for any printer

/// Qt writes a document's fonts in the order of a hash. As long as this lives, new hashes have no random order.
class SteadyHashes
{
public:
    SteadyHashes() { QHashSeed::setDeterministicGlobalSeed(); }
    ~SteadyHashes() { QHashSeed::resetRandomGlobalSeed(); }
    Q_DISABLE_COPY_MOVE(SteadyHashes)
};

QPageLayout layoutOf(const Sheet& sheet)
{
    // Qt rounds a page to whole points; rounded up, nothing is cut off.
    const QSizeF points(std::ceil(sheet.size.width() * pointsPerUnit), std::ceil(sheet.size.height() * pointsPerUnit));
    return {QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch), QPageLayout::Portrait, QMarginsF()};
}

bool paintPage(QPainter& painter, const Sheet& sheet, const ExportStop& stop)
{
    painter.resetTransform();
    painter.scale(dotsPerUnit, dotsPerUnit);
    painter.fillRect(QRectF(QPointF(), sheet.size + QSizeF(2, 2)), sheet.paper);
    return paintShapes(&painter, sheet.shapes, stop, TextRuns::Searchable);
}

} // namespace

QByteArray pdfOf(const QList<Sheet>& pages, const QDateTime& date, const ExportStop& stop)
{
    if (pages.isEmpty())
        return {};
    const SteadyHashes steady;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(unitsPerInch * dotsPerUnit);
    writer.setTitle(escape::visible(pages.first().title));
    writer.setCreator(QStringLiteral("Snowmelt"));
    writer.setPageLayout(layoutOf(pages.first()));
    QPainter painter(&writer);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0) {
            writer.setPageLayout(layoutOf(pages[i]));
            writer.newPage();
        }
        if (!paintPage(painter, pages[i], stop))
            return {};
    }
    painter.end();
    return withCreationDate(bytes, date);
}

} // namespace snowmelt
