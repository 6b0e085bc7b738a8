// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/edit_fields.h"

#include "models/editing/ties.h"
#include "models/wording/wording.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace snowmelt {

namespace {

constexpr int largestTyped = 999'999;

} // namespace

QLineEdit* addTextField(EditDialog* dialog, const QString& label, const QString& text)
{
    auto* field = new QLineEdit(text, dialog);
    field->selectAll();
    dialog->form()->addRow(label, field);
    QObject::connect(field, &QLineEdit::textChanged, dialog, &EditDialog::follow);
    return field;
}

QSpinBox* addNumberField(EditDialog* dialog, const QString& label, int value)
{
    auto* field = new QSpinBox(dialog);
    field->setRange(0, largestTyped);
    field->setValue(value);
    field->selectAll();
    dialog->form()->addRow(label, field);
    QObject::connect(field, &QSpinBox::valueChanged, dialog, &EditDialog::follow);
    return field;
}

QComboBox* addChoiceField(EditDialog* dialog, const QString& label, const QStringList& texts)
{
    auto* field = new QComboBox(dialog);
    field->addItems(texts);
    dialog->form()->addRow(label, field);
    QObject::connect(field, &QComboBox::currentIndexChanged, dialog, &EditDialog::follow);
    return field;
}

QComboBox* addImageField(EditDialog* dialog, const Blueprint& blueprint, const ImageRef& current)
{
    QStringList texts;
    for (const ImageSource& image : blueprint.images)
        texts += imageText(image.ref);
    QComboBox* field = addChoiceField(dialog, EditDialog::tr("&Image"), texts);
    field->setObjectName(QStringLiteral("editImage"));
    for (int i = 0; i < blueprint.images.size(); ++i) {
        field->setItemData(i, QVariant::fromValue(blueprint.images.at(i).ref));
        if (blueprint.images.at(i).ref == current)
            field->setCurrentIndex(i);
    }
    return field;
}

ImageRef chosenImage(const QComboBox* field)
{
    return field->currentData().value<ImageRef>();
}

QString freeName(const Blueprint& blueprint, const QString& wanted)
{
    QString name = wanted;
    for (int number = 2; kindOf(blueprint, name) != PartKind::None; ++number)
        name = wanted + QString::number(number);
    return name;
}

} // namespace snowmelt
