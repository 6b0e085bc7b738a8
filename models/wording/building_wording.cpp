// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/building_wording.h"

#include "models/domain/drift/drift.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {
namespace {

class BuildingWording
{
    Q_DECLARE_TR_FUNCTIONS(BuildingWording)

public:
    static QString built(const ImageBuilt& built);
    static QString promise(const ImageBuilt& built);
    static QString proved(int differences);
    static QString tried(const ImageTried& tried);
    static QString side(const QString& text);
    static QString proof(int images, int different);
};

QString BuildingWording::built(const ImageBuilt& built)
{
    return built.reused ? tr("is built already") : tr("was built in %1").arg(durationText(built.image.buildMs));
}

QString BuildingWording::promise(const ImageBuilt& built)
{
    return built.locked.isNull()
               ? QString()
               : tr("not the image %1 its lock says: build it twice to see what differs").arg(built.locked.shortHex());
}

QString BuildingWording::proved(int differences)
{
    return differences == 0 ? tr("came out as the same bytes twice")
                            : tr("came out otherwise the second time: %n file(s) differ", nullptr, differences);
}

QString BuildingWording::tried(const ImageTried& tried)
{
    const QString served = tr("served after %1").arg(durationText(tried.image.serveMs));
    const auto tests = static_cast<int>(tried.tests.size());
    return tests == 0 ? served : QString(served + tr(", %n test(s) passed", nullptr, tests));
}

QString BuildingWording::side(const QString& text)
{
    return text.isEmpty() ? tr("not there") : displayText(text.toUtf8());
}

QString BuildingWording::proof(int images, int different)
{
    return different == 0 ? tr("%n image(s) came out as the same bytes twice", nullptr, images)
                          : tr("%1 of %n image(s) came out otherwise the second time", nullptr, images).arg(different);
}

} // namespace

QString builtText(const ImageBuilt& built)
{
    return BuildingWording::built(built);
}

QString promiseText(const ImageBuilt& built)
{
    return BuildingWording::promise(built);
}

QString provedText(const ImageProved& proved)
{
    return BuildingWording::proved(static_cast<int>(proved.differences.size()));
}

QString triedText(const ImageTried& tried)
{
    return BuildingWording::tried(tried);
}

QString memberText(const ImageDifference& difference)
{
    return BuildingWording::side(difference.was) + QStringLiteral(" → ") + BuildingWording::side(difference.is);
}

QString proofText(int images, int different)
{
    return BuildingWording::proof(images, different);
}

} // namespace snowmelt
