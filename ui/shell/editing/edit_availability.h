// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/ties.h"

namespace snowmelt {

class BlueprintEditor;
class FleetDocument;

enum class EditAct {
    AddGroup,
    AddBalancer,
    AddDatabase,
    AddCache,
    Connect,
    Disconnect,
    Resize,
    Rename,
    Remove,
    SetImage,
    SelectAll,
    ArrangeAll,
    ArrangeSelection,
    Undo,
    Redo,
    Save,
};

/// What decides which edits are possible, as a value.
struct EditSituation
{
    bool open = false;
    bool hasImages = false;
    bool given = false; ///< its machines were there before: they are named in the text
    QString part;       ///< that edits are about: the selected one, or the group of the selected node; empty: none
    PartKind kind = PartKind::None;
    bool nodeSelected = false; ///< `part` is its group
    bool several = false;      ///< more than one part is selected
    bool canConnect = false;
    bool isTied = false;
    bool canUndo = false;
    bool canRedo = false;
    bool modified = false;
    bool hasPlaces = false;  ///< the diagram shows something
    bool canArrange = false; ///< what is selected in it has places of its own
};

EditSituation editSituation(const FleetDocument& document, const BlueprintEditor& editor);
/// Machines that exist are neither made nor resized: what would do that has no entry in a menu.
bool isEditOffered(EditAct act, const EditSituation& now);
/// Why it cannot be done now; empty: it can.
QString whyNotEdit(EditAct act, const EditSituation& now);

} // namespace snowmelt
