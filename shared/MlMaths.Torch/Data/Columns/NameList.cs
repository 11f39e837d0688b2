namespace MlMaths.Torch.Data;

/// <summary>Names in one option, separated by commas; one that holds a comma stands in double quotes.</summary>
internal static class NameList
{
    /// <summary>The names, without blanks around them; blank ones are left out.</summary>
    public static IReadOnlyList<string> Parse(string? typed)
    {
        List<string> names = [];
        System.Text.StringBuilder name = new();
        bool isQuoted = false;
        foreach (char letter in typed ?? "")
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (letter == ',' && !isQuoted)
                Take();
            else
                name.Append(letter);
        }

        Take();
        return names;

        void Take()
        {
            if (name.ToString().Trim() is { Length: > 0 } whole) names.Add(whole);
            name.Clear();
        }
    }

    /// <summary>As it is typed.</summary>
    public static string Write(IEnumerable<string> names) =>
        string.Join(',', names.Select(name => name.Contains(',') ? $"\"{name}\"" : name));

    /// <summary><c>dose=-999,sugar=0</c>: a name and what it is given; null where one has no equals sign.</summary>
    public static IReadOnlyList<(string Name, string Value)>? Pairs(string? typed)
    {
        List<(string, string)> pairs = [];
        foreach (string one in Parse(typed))
        {
            int equals = one.IndexOf('=');
            if (equals <= 0) return null;
            pairs.Add((one[..equals].Trim(), one[(equals + 1)..].Trim()));
        }

        return pairs;
    }

    /// <summary><c>grade=low,medium,high,size=s,m,l</c>: each name with the values up to the next; null where the first has none.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>>? Lists(string? typed)
    {
        Dictionary<string, IReadOnlyList<string>> lists = [];
        List<string>? last = null;
        foreach (string one in Parse(typed))
        {
            int equals = one.IndexOf('=');
            if (equals > 0)
            {
                last = [];
                lists[one[..equals].Trim()] = last;
            }

            if (last is null) return null;
            last.Add(one[(equals + 1)..].Trim());
        }

        return lists;
    }
}
