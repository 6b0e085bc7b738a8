// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/recipe_wording.h"

#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {
namespace {

class RecipeWording
{
    Q_DECLARE_TR_FUNCTIONS(RecipeWording)

public:
    static QString part(RecipePart part);
    static QString undone(const EffectiveLine& line) { return tr("replaced by %1").arg(imageText(line.undoneBy)); }
};

QString RecipeWording::part(RecipePart part)
{
    switch (part) {
    case RecipePart::Suite:
        return tr("Suite");
    case RecipePart::Packer:
        return tr("Packer");
    case RecipePart::BeforePackages:
        return tr("Before packages");
    case RecipePart::Source:
        return tr("Package source");
    case RecipePart::Package:
        return tr("Package");
    case RecipePart::User:
        return tr("User");
    case RecipePart::File:
        return tr("File");
    case RecipePart::Template:
        return tr("Template");
    case RecipePart::Command:
        return tr("Command");
    case RecipePart::Start:
        return tr("First start");
    case RecipePart::Service:
        return tr("Service");
    case RecipePart::Port:
        return tr("Port");
    case RecipePart::Health:
        return tr("Health check");
    case RecipePart::Test:
        return tr("Test");
    case RecipePart::Schema:
        return tr("Database schema");
    case RecipePart::Label:
        return tr("Label");
    }
    return {};
}

} // namespace

QString partText(RecipePart part)
{
    return RecipeWording::part(part);
}

QString valueText(const EffectiveLine& line)
{
    if (line.undoneBy.isNull())
        return line.value;
    const QString undone = RecipeWording::undone(line);
    return line.value.isEmpty() ? undone : QString(line.value + u" · " + undone);
}

} // namespace snowmelt
