// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/inventory.h"

#include <QList>
#include <QString>

#include <optional>

namespace snowmelt {

/// The stable spellings of the domain's enums, as JSON, the journal and --json use them: the enumerator in camelCase.
/// (codeName(ErrorCode) is in error.h, outcomeName() in event.h, codeName(ProblemCode) in problem.h.)
QString codeName(OutcomeKind code);
QString codeName(Safety code);
QString codeName(Phase code);
QString codeName(Health code);
QString codeName(Role code);
QString codeName(Lifecycle code);
QString codeName(Side code);
QString codeName(StepKind code);
QString codeName(Strategy code);
QString codeName(Verdict code);
QString codeName(Command code);
QString codeName(Way code);
QString codeName(ServingSide code);
QString codeName(StepEnd code);
QString codeName(OrphanKind code);
QString codeName(DriftSection code);
QString codeName(DriftSeverity code);
QString codeName(DifferenceKind code);
QString codeName(CauseKind code);
QString codeName(EvidenceKind code);
QString codeName(LikelyCauseKind code);
QString codeName(AccessKind code);
QString codeName(Tier code);
QString codeName(ImagePart code);
QString codeName(ImageChange code);
QString codeName(RecipeTrailKind code);
QString codeName(Due code);
QString codeName(StoreFault code);
QString codeName(KeepReason code);
QString codeName(PaperKind code);
QString codeName(ImageFormat code);
QString codeName(FileType code);

/// The inverse of codeName(), for each enum above and ErrorCode; nullopt for a spelling nobody gave.
template <typename E>
std::optional<E> codeFromName(const QString& name);

/// Every enumerator, in declaration order, for each enum above and ErrorCode.
template <typename E>
QList<E> allCodes();

} // namespace snowmelt
