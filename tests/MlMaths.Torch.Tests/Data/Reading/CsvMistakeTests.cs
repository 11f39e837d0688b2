using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class CsvMistakeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\r\n\n")]
    public void An_empty_file(string text) => Assert.Equal(
        "'cells.csv' is empty: it needs a header row with the columns' names, and rows below it.", Tables.Mistake(text));

    [Theory]
    [InlineData("a,b,y")]
    [InlineData("a,b,y\r\n\r\n")]
    public void A_header_alone(string text) => Assert.Equal(
        "'cells.csv' has a header but no rows: add rows below it.", Tables.Mistake(text));

    [Fact]
    public void A_target_that_was_not_given() => Assert.Equal(
        "'cells.csv' was given without a target: "
        + "say with --target COLUMN which column to predict, for instance the last one, 'y'.",
        Tables.Mistake("a,b,y\n1,2,no\n", target: null));

    [Fact]
    public void An_unknown_target_with_the_nearest_name() => Assert.Equal(
        "'cells.csv' has no column 'Diagnossis' (did you mean 'diagnosis'?): --target may be 'area', 'diagnosis'.",
        Tables.Mistake("area,diagnosis\n1,no\n", "Diagnossis"));

    [Fact]
    public void An_unknown_target_of_many_columns() => Assert.Equal(
        "'cells.csv' has no column 'outcome': --target may be 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8' and 4 more.",
        Tables.Mistake("c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12\n1,2,3,4,5,6,7,8,9,10,11,12\n", "outcome"));

    [Fact]
    public void A_cell_that_is_no_number_among_numbers() => Assert.Equal(
        "'cells.csv', line 3, column 'b' is 'wide', and the other 1 cell of the column is a number: "
        + "correct it, remove the row, declare it missing with --missing-value, or leave the column out with --leave-out.",
        Tables.Mistake("a,b,y\n1,2,no\n3,wide,yes\n"));

    [Theory]
    [InlineData("0x1F")]
    [InlineData("1 2")]
    [InlineData("5 kg")]
    public void Nothing_that_only_resembles_a_number_is_one(string cell) => Assert.Equal(
        $"'cells.csv', line 4, column 'b' is '{cell}', and the other 2 cells of the column are numbers: "
        + "correct it, remove the row, declare it missing with --missing-value, or leave the column out with --leave-out.",
        Tables.Mistake($"a,b,y\n1,2,no\n3,4,no\n5,{cell},yes\n"));

    [Fact]
    public void Where_many_cells_begin_with_a_letter_the_column_is_one_of_texts()
    {
        MlMaths.Torch.Data.Dataset read = Tables.Read("ticket,b,y\n" + string.Concat(Enumerable.Range(0, 60).Select(row =>
            $"{(row % 3 == 0 ? $"PC {row}" : $"{1000 + row}")},{row % 7},{(row % 2 == 0 ? "yes" : "no")}\n")));
        Assert.False(read.Raw!.Table.Columns[0].Column.IsNumeric);
        Assert.Contains(read.Raw.Table.Notes, note => note.Sentence.StartsWith(
            "'ticket' holds 40 numbers and 20 texts such as 'PC 0'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-Infinity")]
    [InlineData("1e999")]
    public void A_cell_that_is_not_finite(string cell) => Assert.Equal(
        $"'cells.csv', line 2, column 'b' is '{cell}', and must be a finite number: "
        + "correct it, remove the row, declare it missing with --missing-value, or leave the column out with --leave-out.",
        Tables.Mistake($"a,b,y\n1,{cell},no\n3,4,no\n5,6,yes\n"));

    [Fact]
    public void A_byte_0_is_no_text() => Assert.StartsWith(
        "'cells.csv', line 3 holds a byte 0, which no text has: the file may be damaged",
        Tables.Mistake("a,y\n1,no\n2\0,yes\n3,no\n4,yes\n"), StringComparison.Ordinal);

    [Fact]
    public void A_header_that_comes_again_is_told_once() => Assert.Equal(
        "'cells.csv' repeats its header on line 4: remove what repeats it.",
        Tables.Mistake("a,b,y\n1,2,no\n3,4,yes\na,b,y\n5,6,no\n7,8,yes\n9,1,no\n2,7,yes\n"));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        string[] sentences = Tables.Mistake("a,b,c,d,y\n1,2,x,1,no\n3,wide,4,oh,yes\n5,6,7,3,yes\n", "why").Split('\n');
        Assert.Equal("'cells.csv' has no column 'why': --target may be 'a', 'b', 'c', 'd', 'y'.", Assert.Single(sentences));
        sentences = Tables.Mistake("a,b,c,d,y\n1,2,x,1,no\n3,wide,4,oh,yes\n5,6,7,3,yes\n").Split('\n');
        Assert.Equal(3, sentences.Length);
        Assert.Contains("column 'b' is 'wide'", sentences[0], StringComparison.Ordinal);
        Assert.Contains("column 'c' is 'x'", sentences[1], StringComparison.Ordinal);
        Assert.Contains("column 'd' is 'oh'", sentences[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_no_row_has() => Assert.Equal(
        "'cells.csv' has no row with a value of the target 'y': choose another --target.", Tables.Mistake("a,b,y\n1,2,\n3,4,NA\n"));

    [Theory]
    [InlineData("1,234", "1234", "1.234")]
    [InlineData("12,500", "12500", "12.500")]
    public void A_comma_that_may_be_two_things_is_refused_with_both_readings(string cell, string thousands, string point) => Assert.Equal(
        $"'cells.csv', column 'b' has '{cell}', which is {thousands} where commas stand between thousands and {point} "
            + $"where they are decimal "
        + "commas, and no cell proves which: write the numbers with a point.",
        Tables.Mistake($"a;b;y\n1;{cell};no\n3;{cell};no\n4;9,875;yes\n"));

    [Theory]
    [InlineData("1,2", "2 cells")]
    [InlineData("7", "1 cell")]
    [InlineData("1,2,no,4", "4 cells")]
    public void A_ragged_row(string row, string cells) => Assert.Equal(
        $"'cells.csv', line 3 has {cells}, and the header has 3: give every row one cell per column, and put quotes around a cell "
        + "that contains the separator or a line break.",
        Tables.Mistake($"a,b,y\n1,2,no\n{row}\n"));

    [Fact]
    public void Lines_are_counted_as_an_editor_counts_them() => Assert.Equal(
        "'cells.csv', line 8, column 'a b' is 'x', and the other 1 cell of the column is a number: "
        + "correct it, remove the row, declare it missing with --missing-value, or leave the column out with --leave-out.",
        Tables.Mistake("\n\"a b\",y\n\n1,\"a label\non two lines\"\n\n\nx,no\n"));

    [Fact]
    public void A_column_twice() => Assert.Equal(
        "'cells.csv' has the column 'a' 2 times (columns 1 and 3): give each column its own name.", Tables.Mistake("a,b,a,y\n1,2,3,no\n"));

    [Fact]
    public void Nothing_besides_the_target() => Assert.Equal(
        "'cells.csv' has no column besides the target 'y': "
        + "add columns to learn from, separated by a comma, semicolon, tab or bar.",
        Tables.Mistake("y\nno\nyes\n"));

    [Fact]
    public void A_quote_that_stays_open() => Assert.Equal(
        "'cells.csv', line 3 opens a quote that is never closed: close it, or remove it.", Tables.Mistake("a,y\n1,no\n2,\"yes\n3,no\n"));

    [Theory]
    [InlineData("\"1\"2,no")]
    [InlineData("1,\"a\"b")]
    public void Text_after_a_closing_quote(string row) => Assert.Equal(
        "'cells.csv', line 3 has text between a closing quote and the separator: "
        + "write a quote inside a quoted cell twice, or remove the quotes.",
        Tables.Mistake($"a,y\n1,no\n{row}\n"));

    [Fact]
    public void What_is_no_text() => Assert.Equal(
        "'cells.csv' is no text file (it is a zip archive, as .xlsx files are): save it as CSV with the encoding UTF-8, or say with "
        + "--encoding NAME which encoding it has.",
        Tables.Mistake(() => Tables.Read("PK\u0003\u0004\u0014\u0000\u0006\u0000"u8.ToArray())));

    [Fact]
    public void A_cell_cannot_break_the_sentence_or_speak_to_the_terminal() => Assert.StartsWith(
        "'cells.csv', line 3, column 'a\\u001b[31m' is 'x\\ny', and the other 1 cell of the column is a number: ",
        Tables.Mistake("a\u001b[31m,y\n1,no\n\"x\ny\",no\n"));

    [Fact]
    public void A_long_cell_is_cut() => Assert.StartsWith(
        $"'cells.csv', line 3, column 'a' is '{new string('x', 60)}…', and the other 1 cell",
        Tables.Mistake($"a,y\n1,no\n{new string('x', 5000)},no\n"));

    [Fact]
    public void No_such_file() => Assert.Equal(
        "There is no file 'nowhere/patients.csv': check its name and its folder.",
        Tables.Mistake(() => CsvDataset.Read("nowhere/patients.csv", "y")));

    [Fact]
    public void No_such_file_but_one_with_nearly_its_name()
    {
        string folder = Directory.CreateTempSubdirectory("mlmaths-").FullName;
        File.WriteAllText(Path.Combine(folder, "patients.csv"), "");
        Assert.Equal(
            "There is no file 'pateints.csv' (did you mean 'patients.csv'?): check its name and its folder.",
            Tables.Mistake(() => CsvDataset.Read(Path.Combine(folder, "pateints.csv"), "y")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_folder_in_place_of_a_file()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("mlmaths-").FullName, "patients");
        Directory.CreateDirectory(folder);
        Assert.Equal("'patients' is a folder: name one CSV file in it.", Tables.Mistake(() => CsvDataset.Read(folder, "y")));
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public void A_file_that_another_program_holds()
    {
        string folder = Directory.CreateTempSubdirectory("mlmaths-").FullName;
        string path = Path.Combine(folder, "held.csv");
        using (new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            string sentence = Tables.Mistake(() => CsvDataset.Read(path, "y"));
            Assert.StartsWith("'held.csv' cannot be read (", sentence);
            Assert.EndsWith("): check its permissions, and whether another program is using it.", sentence);
        }

        Directory.Delete(folder, recursive: true);
    }
}
