// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_image_diff.h"

#include "app/cli/cli_text.h"
#include "models/domain/code_names.h"
#include "models/domain/drift/drift.h"
#include "models/wording/image_wording.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {
namespace {

TerminalInk inkOf(ImageChange change)
{
    switch (change) {
    case ImageChange::Added:
        return TerminalInk::Green;
    case ImageChange::Removed:
        return TerminalInk::Red;
    case ImageChange::Older:
        return TerminalInk::Amber;
    case ImageChange::Newer:
    case ImageChange::Changed:
        break;
    }
    return TerminalInk::Violet;
}

/// "  from  shop@1.0.0  3f2a…  191 MB, 213 packages, built 2 d ago"
void printImage(Console& console, const QString& side, const ImageRecord& image, const QDateTime& now)
{
    const QString built = ageText(image.builtAt, now);
    QStringList facts{sizeText(image.size), CliText::tr("%n package(s)", nullptr, image.packages)};
    if (!built.isEmpty())
        facts.append(CliText::tr("built %1").arg(built));
    console.out(
        Line{{QStringLiteral("  ") + side + QStringLiteral("  "), TerminalInk::Faint},
             {image.ref.text(), TerminalInk::Strong},
             {QStringLiteral("  ") + image.digest.shortHex() + QStringLiteral("  ") + facts.join(QStringLiteral(", ")),
              TerminalInk::Faint}});
}

void printImages(Console& console, const ImageDiff& diff, const QDateTime& now)
{
    const QString from = CliText::tr("from");
    const QString to = CliText::tr("to");
    const int width = std::max(columnsOf(from), columnsOf(to));
    const auto padded = [width](const QString& text) -> QString {
        return text + QString(std::max(0, width - columnsOf(text)), u' ');
    };
    printImage(console, padded(from), diff.from, now);
    printImage(console, padded(to), diff.to, now);
}

void printTitle(Console& console, const ImageDiff& diff)
{
    const int count = int(diff.differences.size());
    const QString size = sizeDifferenceText(diff.from.size, diff.to.size);
    console.out(
        Line{{diff.from.ref.text() + QStringLiteral(" → ") + diff.to.ref.text(), TerminalInk::Strong},
             {QStringLiteral("  ") + imageDifferenceCount(count), count > 0 ? TerminalInk::Violet : TerminalInk::Plain},
             {QStringLiteral(", ") + size, TerminalInk::Faint}});
}

void printRecipeLine(Console& console, const ImageDifference& line)
{
    const bool isAdded = line.change == ImageChange::Added;
    const QString text = isAdded ? line.is : line.was;
    const QString mark = QLatin1String(isAdded ? "    + " : "    - ");
    console.out(Line{{QString(mark + text), inkOf(line.change)}});
}

void printDifference(Console& console, const ImageDifference& difference)
{
    const QString values = imageDifferenceText(difference);
    const QString package = difference.package.isEmpty()
                                ? QString()
                                : CliText::tr("  (of %1)").arg(displayText(difference.package.toUtf8()));
    console.out(Line{{QStringLiteral("    ") + imageChangeMark(difference.change) + u' ', inkOf(difference.change)},
                     {displayText(difference.key), TerminalInk::Strong},
                     {QStringLiteral("  ") + imageChangeText(difference.change), inkOf(difference.change)},
                     {values.isEmpty() ? QString() : QString(QStringLiteral("  ") + values), TerminalInk::Plain},
                     {package, TerminalInk::Faint}});
}

void printPart(Console& console, ImagePart part, const QList<ImageDifference>& differences, PackageFileRows files)
{
    int folded = 0;
    console.out(Line{{QStringLiteral("  ") + imagePartText(part), TerminalInk::Plain},
                     {QStringLiteral("  ") + QString::number(differences.size()), TerminalInk::Faint}});
    for (const ImageDifference& difference : differences) {
        if (files == PackageFileRows::Counted && !difference.package.isEmpty())
            ++folded;
        else if (part == ImagePart::Recipe)
            printRecipeLine(console, difference);
        else
            printDifference(console, difference);
    }
    if (folded > 0)
        console.out(
            Line{{QStringLiteral("    … ") +
                      CliText::tr("and %1, listed with %2").arg(packageFilesText(folded), QStringLiteral("--verbose")),
                  TerminalInk::Faint}});
}

void printParts(Console& console, const ImageDiff& diff, PackageFileRows files)
{
    for (const ImagePart part : allCodes<ImagePart>()) {
        QList<ImageDifference> ofPart = diff.differences;
        ofPart.removeIf([part](const ImageDifference& difference) { return difference.part != part; });
        if (!ofPart.isEmpty())
            printPart(console, part, ofPart, files);
    }
}

void printTrail(Console& console, const RecipeTrail& trail)
{
    const QString said = sentence(trail);
    if (said.isEmpty())
        return;
    const bool isKnown = !trail.commits.isEmpty();
    console.out(Line{{isKnown ? QStringLiteral("  ") : QStringLiteral("  ? "), TerminalInk::Amber}, {said}});
    for (const QString& line : trail.detail.split(u'\n', Qt::SkipEmptyParts))
        console.out(Line{{QStringLiteral("      ") + line, TerminalInk::Faint}});
    for (const RecipeCommit& commit : trail.commits)
        console.out(Line{{QStringLiteral("    ") + commit.hash.left(12), TerminalInk::Faint},
                         {QStringLiteral("  ") + commit.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))},
                         {QStringLiteral("  ") + displayText(commit.author.toUtf8()), TerminalInk::Strong},
                         {QStringLiteral("  ") + displayText(commit.subject.toUtf8())}});
}

} // namespace

void printImageDiff(Console& console, const ImageDiff& diff, const QDateTime& now, PackageFileRows files)
{
    printTitle(console, diff);
    printImages(console, diff, now);
    printParts(console, diff, files);
    if (const QString unknown = recipeUnknownText(diff); !unknown.isEmpty() && diff.from.digest != diff.to.digest)
        console.out(Line{{QStringLiteral("  ? "), TerminalInk::Amber}, {unknown}});
    printTrail(console, diff.trail);
}

} // namespace snowmelt
