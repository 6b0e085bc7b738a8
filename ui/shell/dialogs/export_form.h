// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs/export_choice.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace snowmelt {

/// What, as what, and into which file.
class ExportForm final : public QWidget
{
    Q_OBJECT
public:
    ExportForm(const Blueprint& blueprint, const ExportChoice& choice, QWidget* parent);

    ExportChoice choice() const;
    QString path() const;
    QString fault() const; ///< why this cannot be written; empty: it can

Q_SIGNALS:
    void changed();

private:
    void fillFormats();
    void fillLooks();
    QComboBox* addChoice(QFormLayout* form, const QString& label, const char* name);
    QWidget* makeFileRow(const QString& fleet);
    void choose(const ExportChoice& choice);
    void followFormat();
    void followPath();
    void browse();
    ExportFormat format() const;
    bool isReview() const;

    QString m_blueprint; ///< its path: nothing is written over it
    QComboBox* m_format;
    QComboBox* m_part;
    QComboBox* m_look;
    QComboBox* m_language;
    QComboBox* m_page;
    QComboBox* m_scale;
    QLineEdit* m_path;
};

} // namespace snowmelt
