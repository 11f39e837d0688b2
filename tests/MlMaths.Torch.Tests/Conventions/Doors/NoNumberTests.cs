using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Conventions.Doors;

/// <summary>Every public member that takes numbers refuses what is none, or says what it does with it.</summary>
public sealed partial class NoNumberTests
{
    private static readonly Dictionary<string, string> Documentation = XDocument.Load(Path.ChangeExtension(typeof(Moments).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, member => member.ToString());

    [Fact]
    public void Numbers_that_are_none_are_refused_or_the_documentation_says_what_becomes_of_them() =>
        Convention.Holds(
            Door.All(typeof(Moments).Assembly).Where(door => !Elsewhere.Holds(door)).SelectMany(door => door.Breaches(bad => Says(door.Method, bad))),
            "Refuse them with Finite, or say in the documentation what NaN or an infinite number comes to:");

    private static bool Says(MethodBase method, double bad)
    {
        string words = Documentation.GetValueOrDefault(DocumentationId.Of(method), "");
        if (words.Contains("<inheritdoc", StringComparison.Ordinal))
            words = string.Concat(method.DeclaringType!.GetInterfaces().SelectMany(face => face.GetMethods()).Where(other => other.Name == method.Name)
                .Select(other => Documentation.GetValueOrDefault(DocumentationId.Of(other), "")));
        return (double.IsNaN(bad) ? SaysNaN() : SaysInfinite()).IsMatch(words);
    }

    [GeneratedRegex(@"\bNaN\b|not finite|no finite|no number")]
    private static partial Regex SaysNaN();

    [GeneratedRegex(@"\b[Ii]nfinit|∞|not finite|no finite|no number")]
    private static partial Regex SaysInfinite();
}
