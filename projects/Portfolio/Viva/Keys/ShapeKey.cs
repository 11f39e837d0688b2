using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>The shape of a vector or a matrix.</summary>
/// <param name="Shape">Its sizes in order.</param>
internal sealed partial record ShapeKey(params IReadOnlyList<int> Shape) : AnswerKey
{
    public override string Kind => "shape";

    public override string Wanted => "a shape, such as [32, 10]";

    public override string Right => $"[{string.Join(", ", Shape)}]";

    public override Mark Judge(string answer)
    {
        string plain = Words().Replace(answer.ToLowerInvariant(), " ").Replace("by", " ")
            .Replace('x', ' ').Replace('×', ' ').Replace('*', ' ');
        if (!Sizes().IsMatch(plain)) return new(Outcome.Unread, "A shape is asked for: the sizes in order, such as [32, 10] or 32 by 10.");
        int[] given = [.. Digits().Matches(plain).Select(one =>
            int.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : -1)];
        // A column is a vector to most people.
        if (given.SequenceEqual(Shape) || (Shape.Count == 1 && given.SequenceEqual([Shape[0], 1]))) return new(Outcome.Right);
        return new(Outcome.Wrong, given.Length == Shape.Count && given.Reverse().SequenceEqual(Shape)
            ? "The sizes are right, in the other order."
            : given.Length == Shape.Count ? ""
            : Shape.Count == 1 ? $"A vector has one size, and as a column a 1 behind it; yours has {Counted.Of(given.Length, "size")}."
            : $"A matrix has {Shape.Count} sizes, and yours has {given.Length}.");
    }

    [GeneratedRegex(@"^[\s\[\](){},.;\d]*\d[\s\[\](){},.;\d]*$")]
    private static partial Regex Sizes();

    // A vector of 19, the shape is [32, 10].
    [GeneratedRegex(@"\b(?:an?|the|vector|matrix|column|shape|is|of|with|length|sizes?)\b")]
    private static partial Regex Words();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
