namespace MlMaths.Torch.Calculus;

/// <summary>A part of an answer: its numbers, and the type that they came in.</summary>
internal sealed record GivenPart(SmallTensor Numbers, torch.ScalarType Type);

/// <summary>What an answer said at each point: numbers by parameter, or the exception that it ended in.</summary>
internal sealed class AskedAnswer(IGradientAnswer answer)
{
    private readonly Dictionary<ExamPoint, (IReadOnlyDictionary<string, GivenPart>? Parts, string? Thrown)> _asked = [];

    /// <summary>By parameter; null where it threw.</summary>
    public IReadOnlyDictionary<string, GivenPart>? At(ExamPoint point) => Asked(point).Parts;

    /// <summary>The first sentence of the exception; null where there was none.</summary>
    public string? ThrownAt(ExamPoint point) => Asked(point).Thrown;

    private (IReadOnlyDictionary<string, GivenPart>? Parts, string? Thrown) Asked(ExamPoint point)
    {
        if (!_asked.TryGetValue(point, out (IReadOnlyDictionary<string, GivenPart>?,
            string?) known))
        {
            _asked[point] = known = Ask(point);
        }
        return known;
    }

    private (IReadOnlyDictionary<string, GivenPart>? Parts, string? Thrown) Ask(ExamPoint point)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        try
        {
            return (answer.Gradient(point.Draw())
                .ToDictionary(part => part.Key, part => new GivenPart(SmallTensor.Of(part.Value), part.Value.dtype)), null);
        }
        catch (Exception thrown) // whatever a learner's code throws is an answer to be talked about
        {
            return (null, FirstSentence(thrown.Message));
        }
    }

    private static string FirstSentence(string message)
    {
        string line = message.Split('\n')[0].Trim();
        int end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line.TrimEnd('.') : line[..end];
    }
}
