// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/export_choice.h"

#include "models/export/excerpt.h"
#include "models/layout/layout_fleet.h"
#include "ui/export/language_scope.h"

#include <QSettings>

#include <algorithm>

namespace snowmelt {

namespace {

const QString formatKey = QStringLiteral("export/format");
const QString reviewKey = QStringLiteral("export/review");
const QString darkKey = QStringLiteral("export/dark");
const QString exportLanguageKey = QStringLiteral("export/language");
const QString pageKey = QStringLiteral("export/page");
const QString scaleKey = QStringLiteral("export/scale");
const QString partKey = QStringLiteral("export/part");

class ExportMemory : public QSettings
{
public:
    ExportMemory() : QSettings(IniFormat, UserScope, QStringLiteral("snowmelt"), QStringLiteral("snowmelt")) {}
    QString text(const QString& key) const { return value(key).toString(); }
};

} // namespace

QLocale::Language windowLanguage()
{
    return QLocale().language() == QLocale::Korean ? QLocale::Korean : QLocale::English;
}

ExportChoice ExportChoice::remembered(bool dark, QLocale::Language language)
{
    const ExportMemory memory;
    ExportChoice choice;
    ExportOptions& options = choice.options;
    options.format = formatNamed(memory.text(formatKey)).value_or(ExportFormat::Svg);
    options.review = memory.value(reviewKey).toBool() && canReview(options.format);
    options.dark = memory.contains(darkKey) ? memory.value(darkKey).toBool() : dark;
    options.language = exportLanguage(memory.text(exportLanguageKey)).value_or(language);
    options.page = pageFormat(memory.text(pageKey)).value_or(PageFormat{});
    options.scale = std::clamp(memory.value(scaleKey, 2).toInt(), 1, 4);
    choice.part = memory.text(partKey) == u"seen" ? ExportPart::Seen : ExportPart::All;
    return choice;
}

void ExportChoice::remember() const
{
    ExportMemory memory;
    memory.setValue(formatKey, formatName(options.format));
    memory.setValue(reviewKey, options.review);
    memory.setValue(darkKey, options.dark);
    memory.setValue(exportLanguageKey,
                    options.language == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en"));
    memory.setValue(pageKey, pageName(options.page));
    memory.setValue(scaleKey, int(options.scale));
    memory.setValue(partKey, part == ExportPart::Seen ? QStringLiteral("seen") : QStringLiteral("all"));
}

std::shared_ptr<const Diagram> chosenDiagram(const ExportSource& source, ExportPart part, const ExportStop& stop)
{
    if (part == ExportPart::Seen)
        return std::make_shared<const Diagram>(excerptOf(*source.diagram, source.seen));
    if (source.arrangement.collapsed.isEmpty())
        return source.diagram;
    Arrangement open = source.arrangement;
    open.collapsed.clear();
    LaidOut laid = layoutFleet(source.review.blueprint, source.review.fleet, open, stop);
    return laid.stopped ? nullptr : std::make_shared<const Diagram>(std::move(laid.diagram));
}

ExportSubject chosenSubject(const ExportSource& source, const Diagram& diagram)
{
    return {source.review, diagram, source.mode};
}

} // namespace snowmelt
