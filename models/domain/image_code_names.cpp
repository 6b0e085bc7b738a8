// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about images: code_names.h.
#include "models/domain/code_names.h"
#include "models/domain/code_tables.h"

namespace snowmelt {

template <>
constexpr auto tableOf<ImagePart> = enumTable<ImagePart>({
    {ImagePart::Package, "package"},
    {ImagePart::File, "file"},
    {ImagePart::User, "user"},
    {ImagePart::Group, "group"},
    {ImagePart::Port, "port"},
    {ImagePart::Service, "service"},
    {ImagePart::Recipe, "recipe"},
});

template <>
constexpr auto tableOf<ImageChange> = enumTable<ImageChange>({
    {ImageChange::Added, "added"},
    {ImageChange::Removed, "removed"},
    {ImageChange::Newer, "newer"},
    {ImageChange::Older, "older"},
    {ImageChange::Changed, "changed"},
});

template <>
constexpr auto tableOf<RecipeTrailKind> = enumTable<RecipeTrailKind>({
    {RecipeTrailKind::NotAsked, "notAsked"},
    {RecipeTrailKind::NoGit, "noGit"},
    {RecipeTrailKind::NoRepository, "noRepository"},
    {RecipeTrailKind::Unreadable, "unreadable"},
    {RecipeTrailKind::Between, "between"},
    {RecipeTrailKind::Latest, "latest"},
});

template <>
constexpr auto tableOf<Due> = enumTable<Due>({
    {Due::NeverBuilt, "neverBuilt"},
    {Due::RecipeChanged, "recipeChanged"},
    {Due::FileChanged, "fileChanged"},
    {Due::ParentChanged, "parentChanged"},
    {Due::ParentDue, "parentDue"},
    {Due::LockChanged, "lockChanged"},
    {Due::BuilderChanged, "builderChanged"},
    {Due::Damaged, "damaged"},
    {Due::Asked, "asked"},
});

template <>
constexpr auto tableOf<StoreFault> = enumTable<StoreFault>({
    {StoreFault::Missing, "missing"},
    {StoreFault::Damaged, "damaged"},
    {StoreFault::Unreadable, "unreadable"},
    {StoreFault::Unnamed, "unnamed"},
});

template <>
constexpr auto tableOf<KeepReason> = enumTable<KeepReason>({
    {KeepReason::Newest, "newest"},
    {KeepReason::Recent, "recent"},
    {KeepReason::NodeRuns, "nodeRuns"},
    {KeepReason::WayBack, "wayBack"},
    {KeepReason::BuildRuns, "buildRuns"},
    {KeepReason::ParentOf, "parentOf"},
    {KeepReason::NotAsked, "notAsked"},
});

template <>
constexpr auto tableOf<PaperKind> = enumTable<PaperKind>({
    {PaperKind::Inventory, "inventory"},
    {PaperKind::Spdx, "spdx"},
    {PaperKind::CycloneDx, "cycloneDx"},
    {PaperKind::Provenance, "provenance"},
    {PaperKind::Signature, "signature"},
    {PaperKind::Packer, "packer"},
});

template <>
constexpr auto tableOf<ImageFormat> = enumTable<ImageFormat>({
    {ImageFormat::OciArchive, "ociArchive"},
    {ImageFormat::Lxd, "lxd"},
});

QString codeName(ImagePart code)
{
    return nameIn(code);
}
QString codeName(ImageChange code)
{
    return nameIn(code);
}
QString codeName(RecipeTrailKind code)
{
    return nameIn(code);
}
QString codeName(Due code)
{
    return nameIn(code);
}
QString codeName(StoreFault code)
{
    return nameIn(code);
}
QString codeName(KeepReason code)
{
    return nameIn(code);
}
QString codeName(PaperKind code)
{
    return nameIn(code);
}
QString codeName(ImageFormat code)
{
    return nameIn(code);
}

template std::optional<ImagePart> codeFromName<ImagePart>(const QString&);
template QList<ImagePart> allCodes<ImagePart>();
template std::optional<ImageChange> codeFromName<ImageChange>(const QString&);
template QList<ImageChange> allCodes<ImageChange>();
template std::optional<RecipeTrailKind> codeFromName<RecipeTrailKind>(const QString&);
template QList<RecipeTrailKind> allCodes<RecipeTrailKind>();
template std::optional<Due> codeFromName<Due>(const QString&);
template QList<Due> allCodes<Due>();
template std::optional<StoreFault> codeFromName<StoreFault>(const QString&);
template QList<StoreFault> allCodes<StoreFault>();
template std::optional<KeepReason> codeFromName<KeepReason>(const QString&);
template QList<KeepReason> allCodes<KeepReason>();
template std::optional<PaperKind> codeFromName<PaperKind>(const QString&);
template QList<PaperKind> allCodes<PaperKind>();
template std::optional<ImageFormat> codeFromName<ImageFormat>(const QString&);
template QList<ImageFormat> allCodes<ImageFormat>();

} // namespace snowmelt
