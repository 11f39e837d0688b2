namespace MlMaths.Torch.Runs;

/// <summary>The commit that a folder's clone stands on, read from the files of git; no git need be installed.</summary>
internal static class GitCommit
{
    /// <summary>40 hexadecimal digits; null outside a clone, or before its first commit.</summary>
    public static string? Above(string folder)
    {
        try
        {
            return Found(folder) is { Length: 40 or 64 } commit && commit.All(char.IsAsciiHexDigit) ? commit : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null; // a clone that cannot be read is none
        }
    }

    private static string? Found(string folder)
    {
        for (DirectoryInfo? level = new(folder); level is not null; level = level.Parent)
        {
            // A source that was published without its clone tells its commit in a file.
            string published = Path.Combine(level.FullName, "suite.commit");
            if (File.Exists(published))
                return File.ReadAllText(published).Trim();
            string git = Path.Combine(level.FullName, ".git");
            if (Directory.Exists(git))
                return Head(git);
            if (File.Exists(git))
                return Head(Path.GetFullPath(After(File.ReadAllText(git), "gitdir:"), level.FullName));
        }

        return null;
    }

    private static string? Head(string git)
    {
        string file = Path.Combine(git, "HEAD");
        if (!File.Exists(file))
            return null;

        string head = File.ReadAllText(file).Trim();
        return head.StartsWith("ref:", StringComparison.Ordinal) ? Branch(git, After(head, "ref:")) : head;
    }

    /// <summary>A branch has a file of its own, or a line among the packed ones; a worktree shares those of its clone.</summary>
    private static string? Branch(string git, string branch)
    {
        string common = Path.Combine(git, "commondir");
        string[] homes = File.Exists(common) ? [git, Path.GetFullPath(File.ReadAllText(common).Trim(), git)] : [git];
        foreach (string home in homes)
        {
            if (File.Exists(Path.Combine(home, branch)))
                return File.ReadAllText(Path.Combine(home, branch)).Trim();
        }

        string packed = Path.Combine(homes[^1], "packed-refs");
        return File.Exists(packed)
            ? File.ReadLines(packed).FirstOrDefault(line => line.EndsWith($" {branch}", StringComparison.Ordinal))?.Split(' ')[0]
            : null;
    }

    private static string After(string text, string key) => text.StartsWith(key, StringComparison.Ordinal) ? text[key.Length..].Trim() : "";
}
