// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_image_store.h"

#include "app/cli/cli_text.h"
#include "app/cli/table.h"
#include "models/wording/store_wording.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {
namespace {

TerminalInk inkOf(StoreFault fault)
{
    return fault == StoreFault::Unnamed ? TerminalInk::Faint : TerminalInk::Red;
}

Line rowOf(const ImageRecord& image, const Span& fate, const QDateTime& now)
{
    return {{image.ref.text(), TerminalInk::Strong},
            {image.digest.shortHex(), TerminalInk::Faint},
            {ageText(image.builtAt, now), TerminalInk::Faint},
            {sizeText(image.ownSize)},
            fate};
}

QString sumOf(const Pruning& pruning)
{
    if (pruning.removed)
        return removedText(pruning);
    const QString would = pruningText(pruning);
    if (pruning.gone.isEmpty() && pruning.blobs == 0)
        return would;
    return would + u' ' + CliText::tr("Nothing was removed: say %1.").arg(QStringLiteral("--remove"));
}

} // namespace

void printStoreCheck(Console& console, const StoreCheck& check)
{
    Table table({{CliText::tr("WHAT")}, {CliText::tr("STATE")}, {CliText::tr("NEEDED BY")}});
    for (const StoreDamage& one : check.damage)
        table.row({{one.blob}, {storeFaultText(one.fault), inkOf(one.fault)}, {one.images.join(QStringLiteral(", "))}});
    table.print(console);
    console.out(storeCheckText(check));
}

void printPruning(Console& console, const Pruning& pruning)
{
    using enum Table::Align;
    Table table({{CliText::tr("IMAGE")},
                 {CliText::tr("DIGEST")},
                 {CliText::tr("BUILT")},
                 {CliText::tr("OWN SIZE"), Right},
                 {CliText::tr("WHAT BECOMES OF IT")}});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Span gone{pruning.removed ? CliText::tr("removed") : CliText::tr("goes"), TerminalInk::Amber};
    for (const ImageRecord& image : pruning.gone)
        table.row(rowOf(image, gone, now));
    for (const KeptImage& kept : pruning.kept)
        table.row(rowOf(kept.image, {CliText::tr("stays: %1").arg(keepReasonText(kept))}, now));
    table.print(console);
    console.out(sumOf(pruning));
}

void printExported(Console& console, const ImageExported& exported)
{
    for (const QString& file : exported.files)
        console.out(file);
    console.out(CliText::tr("%1 was written: %2.").arg(imageText(exported.image.ref), sizeText(exported.bytes)));
}

void printImported(Console& console, const ImageRecord& image)
{
    console.out(CliText::tr("%1 is in the store now: %2, %3.")
                    .arg(imageText(image.ref), sizeText(image.size), image.digest.shortHex()));
}

} // namespace snowmelt
