// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/edit_dialogs.h"
#include "ui/shell/dialogs/edit_fields.h"
#include "ui/shell/editing/edit_words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

namespace snowmelt {

namespace {

ImageRef imageOfPart(const Blueprint& blueprint, const QString& part)
{
    if (const Balancer* balancer = blueprint.findBalancer(part))
        return balancer->image;
    if (const Group* group = blueprint.findGroup(part))
        return group->image;
    if (const Database* database = blueprint.findDatabase(part))
        return database->image;
    const Cache* cache = blueprint.findCache(part);
    return cache ? cache->image : ImageRef();
}

/// A list of ties to choose one from.
template <typename TieEdit>
void chooseTie(EditDialog* dialog, const QString& label, const QList<TieEdit>& ties)
{
    QStringList lines;
    for (const TieEdit& edit : ties)
        lines += tieLine(edit.from, edit.tie, edit.to);
    QComboBox* field = addChoiceField(dialog, label, lines);
    field->setObjectName(QStringLiteral("editTie"));
    field->setFocus();
    dialog->setEdit([field, ties] { return Edit(ties.value(field->currentIndex())); });
}

} // namespace

EditDialog* makeResizeDialog(const EditTarget& target, const QString& group, QWidget* parent)
{
    auto* dialog = new EditDialog(target, EditDialog::tr("Resize %1").arg(group), EditDialog::tr("&Resize"), parent);
    const Group* now = target.editor->blueprint().findGroup(group);
    QSpinBox* size = addNumberField(dialog, EditDialog::tr("&Nodes"), now ? now->size : 0);
    size->setObjectName(QStringLiteral("editSize"));
    size->setFocus();
    dialog->setEdit([size, group] { return Edit(Resize{group, size->value()}); });
    return dialog;
}

EditDialog* makeRenameDialog(const EditTarget& target, const QString& part, QWidget* parent)
{
    auto* dialog = new EditDialog(target, EditDialog::tr("Rename %1").arg(part), EditDialog::tr("&Rename"), parent);
    QLineEdit* name = addTextField(dialog, EditDialog::tr("&Name"), part);
    name->setObjectName(QStringLiteral("editName"));
    name->setFocus();
    dialog->setEdit([name, part] { return Edit(Rename{part, name->text()}); });
    return dialog;
}

EditDialog* makeImageDialog(const EditTarget& target, const QString& part, QWidget* parent)
{
    auto* dialog =
        new EditDialog(target, EditDialog::tr("Change the image of %1").arg(part), EditDialog::tr("&Change"), parent);
    const Blueprint& blueprint = target.editor->blueprint();
    QComboBox* image = addImageField(dialog, blueprint, imageOfPart(blueprint, part));
    image->setFocus();
    dialog->setEdit([image, part] { return Edit(SetImage{part, chosenImage(image)}); });
    return dialog;
}

EditDialog* makeConnectDialog(const EditTarget& target, const QString& part, QWidget* parent)
{
    auto* dialog = new EditDialog(target, EditDialog::tr("Connect %1").arg(part), EditDialog::tr("&Connect"), parent);
    chooseTie(dialog, EditDialog::tr("C&onnection"), possibleTies(target.editor->blueprint(), part));
    return dialog;
}

EditDialog* makeDisconnectDialog(const EditTarget& target, const QString& part, QWidget* parent)
{
    auto* dialog =
        new EditDialog(target, EditDialog::tr("Disconnect %1").arg(part), EditDialog::tr("&Disconnect"), parent);
    chooseTie(dialog, EditDialog::tr("C&onnection"), tiesOf(target.editor->blueprint(), part));
    return dialog;
}

EditDialog* makeDeleteDialog(const EditTarget& target, const QString& part, QWidget* parent)
{
    auto* dialog = new EditDialog(target, EditDialog::tr("Delete %1 from the blueprint").arg(part),
                                  EditDialog::tr("&Delete"), parent);
    dialog->setEdit([part] { return Edit(Delete{part}); });
    return dialog;
}

} // namespace snowmelt
