namespace MlMaths.Torch.Calculus;

/// <summary>What an answer said at each point: numbers by parameter, or the exception that it ended in.</summary>
internal sealed record AskedAnswer(IReadOnlyList<IReadOnlyDictionary<string, GradientNumbers>?> Parts, IReadOnlyList<string?> Exceptions)
{
    /// <summary>Whether it is zeros everywhere and was never in trouble.</summary>
    public bool IsZero => Parts.All(part => part is not null && part.Values.All(numbers => numbers.Largest == 0));

    public static AskedAnswer Of(IGradientAnswer answer, IReadOnlyList<ExamPoint> points)
    {
        var parts = new IReadOnlyDictionary<string, GradientNumbers>?[points.Count];
        string?[] exceptions = new string?[points.Count];
        for (int p = 0; p < points.Count; p++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            try
            {
                parts[p] = answer.Gradient(points[p].Draw()).ToDictionary(part => part.Key, part => GradientNumbers.Of(part.Value));
            }
            catch (Exception thrown) // whatever a learner's code throws is an answer to be talked about
            {
                exceptions[p] = FirstSentence(thrown.Message);
            }
        }
        return new AskedAnswer(parts, exceptions);
    }

    private static string FirstSentence(string message)
    {
        string line = message.Split('\n')[0].Trim();
        int end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line.TrimEnd('.') : line[..end];
    }
}
