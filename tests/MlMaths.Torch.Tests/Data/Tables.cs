using System.Text;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Small tables for the tests of this folder.</summary>
internal static class Tables
{
    /// <summary>Reads a text as if it were the file <c>cells.csv</c>.</summary>
    public static Dataset Read(string text, string? target = "y") => Read(new UTF8Encoding(false).GetBytes(text), target);

    public static Dataset Read(byte[] bytes, string? target = "y") => Read(bytes, new ColumnRoles(target), new());

    public static Dataset Read(byte[] bytes, ColumnRoles roles, TableOptions options)
    {
        string folder = Directory.CreateTempSubdirectory("mlmaths-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "cells.csv"), bytes);
            return CsvDataset.Read(Path.Combine(folder, "cells.csv"), roles, options);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the user is told, with the file's folder left out.</summary>
    public static string Mistake(string text, string? target = "y") => Mistake(() => Read(text, target));

    public static string Mistake(Action act)
    {
        string message = Assert.Throws<UserMistakeException>(act).Message;
        return System.Text.RegularExpressions.Regex.Replace(message, "'[^']*mlmaths-[^/']*/", "'");
    }

    /// <summary>What the user is told of a file, with the options that would heal it as they are typed.</summary>
    public static string Refusal(string csv, ColumnRoles roles, TableOptions options)
    {
        using var file = new CsvFile(csv);
        return Assert.Throws<UserMistakeException>(() => CsvDataset.Read(
            file.Path, roles, options, null,
            added => string.Join(' ', added.Select(one => $"{one.Option} {one.Value}".TrimEnd())))).Message;
    }

    /// <summary>One column x = 0, 1, 2 …, and the given labels.</summary>
    public static Dataset Labelled(params string[] labels) => new(
        "labelled", ["x"], [.. Enumerable.Range(0, labels.Length).Select(row => (double)row)], "y", labels, new("here", "none", "none"));

    public static string[] Repeat(params (string Label, int Times)[] runs) =>
        [.. runs.SelectMany(run => Enumerable.Repeat(run.Label, run.Times))];
}
