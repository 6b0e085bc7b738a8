// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity/log_text.h"

#include "models/wording/building_wording.h"
#include "models/wording/lock_wording.h"
#include "models/wording/store_wording.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

constexpr qsizetype shownMembers = 100;

class LogText
{
    Q_DECLARE_TR_FUNCTIONS(LogText)

public:
    QString operator()(const LogLine& line) const;
    QString operator()(const ImageDue& due) const;
    QString operator()(const ImageBuilt& built) const;
    QString operator()(const ImageProved& proved) const;
    QString operator()(const ImageTried& tried) const;
    QString operator()(const StoreVerified& verified) const;
    QString operator()(const ImagesPruned& pruned) const;

private:
    static QString of(const QString& mark, const ImageRef& image, const QString& text)
    {
        return mark + u' ' + imageText(image) + u' ' + text;
    }
};

QString LogText::operator()(const LogLine& line) const
{
    if (const auto note = storeNote(line))
        return storeNoteText(*note);
    return line.source.isEmpty() ? line.text : QString(line.source + u": " + line.text);
}

QString LogText::operator()(const ImageDue& due) const
{
    const QString why = dueText(due);
    return why.isEmpty() ? QString()
                         : of(QStringLiteral("▸"), due.image, why + QStringLiteral(" · ") + expectationText(due));
}

QString LogText::operator()(const ImageBuilt& built) const
{
    const ImageRecord& image = built.image;
    QStringList said{builtText(built), sizeText(image.size), image.digest.shortHex()};
    const QString promise = promiseText(built);
    if (!promise.isEmpty())
        said.append(promise);
    return of(promise.isEmpty() ? QStringLiteral("✓") : QStringLiteral("≠"), image.ref,
              said.join(QStringLiteral(" · ")));
}

QString LogText::operator()(const ImageProved& proved) const
{
    const QString mark = proved.differences.isEmpty() ? QStringLiteral("=") : QStringLiteral("≠");
    QStringList lines{
        of(mark, proved.image.ref, provedText(proved) + QStringLiteral(" · ") + proved.image.digest.shortHex())};
    for (const ImageDifference& difference : proved.differences.mid(0, shownMembers))
        lines += QString(QStringLiteral("    ") + displayText(difference.key) + QStringLiteral(": ") +
                         memberText(difference));
    if (const qsizetype more = proved.differences.size() - shownMembers; more > 0)
        lines += QString(QStringLiteral("    ") +
                         tr("and %n more; “snowmelt build --prove --json” lists all of them", nullptr, int(more)));
    return lines.join(u'\n');
}

QString LogText::operator()(const ImageTried& tried) const
{
    return of(QStringLiteral("✓"), tried.image.ref, triedText(tried));
}

QString LogText::operator()(const StoreVerified& verified) const
{
    QStringList lines{storeCheckText(verified.check)};
    for (const StoreDamage& one : verified.check.damage) {
        QStringList said{one.blob, storeFaultText(one.fault)};
        for (const QString& image : one.images)
            said += imageText(image);
        lines += QString(QStringLiteral("    ") + said.join(QStringLiteral(" · ")));
    }
    return lines.join(u'\n');
}

QString LogText::operator()(const ImagesPruned& pruned) const
{
    const Pruning& pruning = pruned.pruning;
    QStringList lines;
    for (const ImageRecord& image : pruning.removed ? pruning.gone : QList<ImageRecord>())
        lines += of(QStringLiteral("−"), image.ref, image.digest.shortHex());
    lines += pruning.removed ? removedText(pruning) : pruningText(pruning);
    return lines.join(u'\n');
}

} // namespace

QString logText(const LogEntry& entry)
{
    return std::visit(LogText(), entry);
}

} // namespace snowmelt
