// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/edit_dialogs.h"
#include "ui/shell/dialogs/edit_fields.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

namespace snowmelt {

namespace {

template <typename Parts>
QStringList choicesOf(const Parts& parts)
{
    QStringList names;
    for (const auto& part : parts)
        names += part.name;
    return names;
}

/// What new parts of this kind are most likely made from: the image the last one has.
template <typename Parts>
ImageRef usualImage(const Parts& parts)
{
    return parts.isEmpty() ? ImageRef() : parts.last().image;
}

class AddForm
{
public:
    AddForm(const EditTarget& target, EditDialog* dialog) : m_blueprint(target.editor->blueprint()), m_dialog(dialog) {}

    void group();
    void balancer();
    void database();
    void cache();

private:
    QLineEdit* name(const QString& wanted)
    {
        QLineEdit* field = addTextField(m_dialog, EditDialog::tr("&Name"), freeName(m_blueprint, wanted));
        field->setObjectName(QStringLiteral("editName"));
        field->setFocus();
        return field;
    }
    QSpinBox* number(const QString& label, int value, const char* objectName)
    {
        QSpinBox* field = addNumberField(m_dialog, label, value);
        field->setObjectName(QString::fromLatin1(objectName));
        return field;
    }
    /// One of these parts, or none.
    QComboBox* choice(const QString& label, const QStringList& names, const char* objectName)
    {
        QComboBox* field = addChoiceField(m_dialog, label, QStringList{EditDialog::tr("none")} + names);
        field->setObjectName(QString::fromLatin1(objectName));
        return field;
    }
    static QStringList chosen(const QComboBox* field)
    {
        return field->currentIndex() > 0 ? QStringList{field->currentText()} : QStringList();
    }

    const Blueprint& m_blueprint;
    EditDialog* m_dialog;
};

void AddForm::group()
{
    QLineEdit* called = name(QStringLiteral("group"));
    QComboBox* image = addImageField(m_dialog, m_blueprint, usualImage(m_blueprint.groups));
    QSpinBox* size = number(EditDialog::tr("N&odes"), 2, "editSize");
    QSpinBox* port = number(EditDialog::tr("&Port"), 8080, "editPort");
    QComboBox* uses =
        choice(EditDialog::tr("&Uses"), choicesOf(m_blueprint.databases) + choicesOf(m_blueprint.caches), "editUses");
    m_dialog->setEdit([=] {
        return Edit(AddGroup{{called->text(), chosenImage(image), size->value(), port->value(), {}, chosen(uses), {}}});
    });
}

void AddForm::balancer()
{
    QLineEdit* called = name(QStringLiteral("balancer"));
    QComboBox* image = addImageField(m_dialog, m_blueprint, usualImage(m_blueprint.balancers));
    QSpinBox* listen = number(EditDialog::tr("&Listens on port"), 8080, "editPort");
    QComboBox* serves = choice(
        EditDialog::tr("&Serves"),
        choicesOf(m_blueprint.groups) + choicesOf(m_blueprint.caches) + choicesOf(m_blueprint.balancers), "editServes");
    m_dialog->setEdit([=] {
        return Edit(AddBalancer{
            {called->text(), QStringLiteral("haproxy"), chosenImage(image), listen->value(), chosen(serves), {}, {}}});
    });
}

void AddForm::database()
{
    QLineEdit* called = name(QStringLiteral("database"));
    QComboBox* image = addImageField(m_dialog, m_blueprint, usualImage(m_blueprint.databases));
    QComboBox* primary = choice(EditDialog::tr("&Replica of"), choicesOf(m_blueprint.databases), "editPrimary");
    m_dialog->setEdit([=] {
        return Edit(AddDatabase{
            {called->text(), QStringLiteral("postgresql"), chosenImage(image), true, 0, chosen(primary).value(0), {}}});
    });
}

void AddForm::cache()
{
    static const QStringList engines{QStringLiteral("redis"), QStringLiteral("valkey"), QStringLiteral("memcached"),
                                     QStringLiteral("varnish")};
    QLineEdit* called = name(QStringLiteral("cache"));
    QComboBox* engine = addChoiceField(m_dialog, EditDialog::tr("&Engine"), engines);
    QComboBox* image = addImageField(m_dialog, m_blueprint, usualImage(m_blueprint.caches));
    m_dialog->setEdit([=] {
        return Edit(AddCache{{called->text(), engine->currentText(), chosenImage(image), 0, {}}});
    });
}

QString addTitle(PartKind kind)
{
    switch (kind) {
    case PartKind::Balancer:
        return EditDialog::tr("Add a balancer");
    case PartKind::Database:
        return EditDialog::tr("Add a database");
    case PartKind::Cache:
        return EditDialog::tr("Add a cache");
    case PartKind::Group:
    case PartKind::None:
        break;
    }
    return EditDialog::tr("Add a group");
}

} // namespace

EditDialog* makeAddDialog(const EditTarget& target, PartKind kind, QWidget* parent)
{
    auto* dialog = new EditDialog(target, addTitle(kind), EditDialog::tr("&Add"), parent);
    AddForm form(target, dialog);
    if (kind == PartKind::Balancer)
        form.balancer();
    else if (kind == PartKind::Database)
        form.database();
    else if (kind == PartKind::Cache)
        form.cache();
    else
        form.group();
    return dialog;
}

} // namespace snowmelt
