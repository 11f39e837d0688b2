namespace MlMaths.Torch.Reporting;

/// <summary>A method of the library as its file has it, so that a page shows the code that ran.</summary>
public static class MethodSource
{
    private const string Indent = "    ", BodyIndent = "        ";

    /// <summary>The lines between its braces, or behind its arrow, without their indentation.</summary>
    /// <param name="file">A file that the build carries along, such as <c>LogisticLoss.cs</c>.</param>
    /// <param name="method">The first of this name in the file.</param>
    /// <exception cref="ArgumentException">There is no such file, or no such method in it.</exception>
    public static string Of(string file, string method)
    {
        string[] lines = Read(file).ReplaceLineEndings("\n").Split('\n');
        int first = Array.FindIndex(lines, line => line.StartsWith($"{Indent}public ", StringComparison.Ordinal)
            && line.Contains($" {method}(", StringComparison.Ordinal));
        if (first < 0)
            throw new ArgumentException($"{file} has no method {method}.", nameof(method));

        if (lines[first].Split(" => ") is [_, var whole])
            return whole;

        bool isExpression = lines[first].EndsWith("=>", StringComparison.Ordinal);
        int open = isExpression ? first : Array.IndexOf(lines, $"{Indent}{{", first);
        int close = isExpression
            ? Array.FindIndex(lines, first, line => line.EndsWith(';')) + 1
            : Array.IndexOf(lines, $"{Indent}}}", open);
        return string.Join('\n', lines[(open + 1)..close].Select(line => line.Length == 0 ? "" : line[BodyIndent.Length..]));
    }

    private static string Read(string file)
    {
        using Stream code = typeof(MethodSource).Assembly.GetManifestResourceStream($"Code/{file}")
            ?? throw new ArgumentException($"The code of {file} is not part of this build.", nameof(file));
        using StreamReader reader = new(code);
        return reader.ReadToEnd();
    }
}
