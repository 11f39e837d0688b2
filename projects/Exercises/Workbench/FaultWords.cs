using Microsoft.CodeAnalysis;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>The compiler's errors that learners meet most, in words that say what to do; its own for all others.</summary>
internal static class FaultWords
{
    public static string Of(Diagnostic error, SemanticModel model)
    {
        string own = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.');
        string written = error.Location.SourceTree?.GetText().ToString(error.Location.SourceSpan) ?? "";
        return error.Id switch
        {
            "CS1002" => "a semicolon is missing here.",
            "CS1513" => "a closing brace } is missing: count those that are opened.",
            "CS1514" => "an opening brace { is missing here.",
            "CS1026" => "a closing parenthesis ) is missing here.",
            "CS0103" => $"there is no name {Quoted.Value(written)} here{Near(written, error, model)}.",
            "CS0246" => $"there is no type {Quoted.Value(written)}{Near(written, error, model)}; a 'using' line may be missing.",
            "CS1061" or "CS0117" => $"{own}.{ShapeAdvice(written)}",
            "CS0161" => "not every way through this method ends in a return.",
            "CS0165" => $"{Quoted.Value(written)} is read before it has a value.",
            "CS0029" or "CS0266" => $"{own}: the two sides have different types.",
            "CS1503" => $"{own}: look at what this argument should be.",
            "CS0128" => $"{Quoted.Value(written)} is declared twice.",
            _ => $"{own}.",
        };
    }

    private static string Near(string written, Diagnostic error, SemanticModel model)
    {
        IEnumerable<string> names = model.LookupSymbols(error.Location.SourceSpan.Start)
            .Where(symbol => symbol.CanBeReferencedByName).Select(symbol => symbol.Name).Distinct();
        return NearestName.Of(written, names) is { } near ? $" (did you mean {Quoted.Value(near)}?)" : "";
    }

    private static string ShapeAdvice(string written) => written is "T"
        ? " A matrix is transposed by .t()."
        : written is "Length" or "Count"
            ? " A tensor says its sizes by .size(0) and .size(1); an array its length by .Length, a list by .Count."
            : "";
}
