namespace MlMaths.Torch.Text;

/// <summary>
/// Which of the known names a mistyped one was meant to be.
///
/// Damerau–Levenshtein distance, in the form where no piece of text is edited twice (optimal string alignment):
/// D[i, j] = least number of edits that turn the first i letters of a into the first j letters of b
///         = min( D[i−1, j] + 1                    delete aᵢ
///                D[i, j−1] + 1                    insert bⱼ
///                D[i−1, j−1] + [aᵢ ≠ bⱼ]          replace
///                D[i−2, j−2] + 1                  swap two neighbours, where aᵢ = bⱼ₋₁ and aᵢ₋₁ = bⱼ )
/// F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7(3), 1964.
/// </summary>
public static class NearestName
{
    /// <summary>The nearest candidate, letter case ignored; null where none is near enough to be meant.</summary>
    public static string? Of(string typed, IEnumerable<string> candidates)
    {
        // A third of the letters may be wrong; of two or three letters one.
        int limit = typed.Length <= 3 ? 1 : Math.Max(2, typed.Length / 3);
        return candidates
            .Where(candidate => Math.Abs(candidate.Length - typed.Length) <= limit)
            .Select(candidate => (Name: candidate, Edits: Distance(typed.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(near => near.Edits <= limit && near.Edits < typed.Length)
            .OrderBy(near => near.Edits)
            .Select(near => near.Name)
            .FirstOrDefault();
    }

    /// <summary>Least number of inserted, deleted, replaced or swapped letters. Cost: length of a × length of b.</summary>
    public static int Distance(string a, string b)
    {
        int[,] D = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            D[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            D[0, j] = j;

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = D[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                D[i, j] = Math.Min(replace, Math.Min(D[i - 1, j], D[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    D[i, j] = Math.Min(D[i, j], D[i - 2, j - 2] + 1);
            }
        }

        return D[a.Length, b.Length];
    }
}
