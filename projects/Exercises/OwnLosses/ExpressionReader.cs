using MlMaths.Torch.Calculus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Exercises.OwnLosses;

/// <summary>Reads one expression of a learner's loss.</summary>
/// <param name="point">The name of the method's parameter, whose places are the inputs.</param>
/// <param name="names">What each local stands for.</param>
internal sealed class ExpressionReader(string point, IReadOnlyDictionary<string, WrittenTerm> names)
{
    private static readonly string[] InOrder = ["dim", "dimensions", "keepdim"];

    public WrittenTerm Of(ExpressionSyntax written) => written switch
    {
        ParenthesizedExpressionSyntax inside => Of(inside.Expression),
        CastExpressionSyntax cast => Of(cast.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Of(sure.Operand),
        LiteralExpressionSyntax literal => Literal(literal),
        IdentifierNameSyntax name => names.GetValueOrDefault(name.Identifier.Text) ?? Unknown(name, name.Identifier.Text),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => Negative(Of(minus.Operand)),
        BinaryExpressionSyntax two => Call(two, two.OperatorToken.Text, Of(two.Left), Of(two.Right)),
        ElementAccessExpressionSyntax place => Place(place),
        MemberAccessExpressionSyntax member => Member(member),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } call => Invoked(call, method),
        CollectionExpressionSyntax { Elements: [ExpressionElementSyntax one] } => Of(one.Expression),
        ArrayCreationExpressionSyntax { Initializer.Expressions: [var one] } => Of(one),
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: [var one] } => Of(one),
        _ => Unknown(written, written.ToString()),
    };

    /// <summary>What nobody knows a step for.</summary>
    public static WrittenTerm Unknown(SyntaxNode at, string word) => new(WrittenKind.Call, word, 0, [], LineOf(at));

    private static WrittenTerm Call(SyntaxNode at, string word, params WrittenTerm[] parts) =>
        new(WrittenKind.Call, word, 0, parts, LineOf(at));

    private static WrittenTerm Number(SyntaxNode at, double value) => new(WrittenKind.Number, "", value, [], LineOf(at));

    private static int LineOf(SyntaxNode at) => at.SyntaxTree.GetLineSpan(at.Span).StartLinePosition.Line + 1;

    private static WrittenTerm Negative(WrittenTerm term) => term.Kind == WrittenKind.Number
        ? term with { Number = -term.Number }
        : new(WrittenKind.Call, "neg", 0, [term], term.Line);

    private static WrittenTerm Literal(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        bool said => Number(literal, said ? 1 : 0),
        IConvertible number when literal.IsKind(SyntaxKind.NumericLiteralExpression) =>
            Number(literal, number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)),
        _ => Unknown(literal, literal.ToString()),
    };

    private WrittenTerm Place(ElementAccessExpressionSyntax place)
    {
        if (place.ArgumentList.Arguments is not [{ Expression: var index }]) return Unknown(place, place.ToString());
        return (place.Expression, index) switch
        {
            (IdentifierNameSyntax name, LiteralExpressionSyntax { Token.Value: string letter }) when name.Identifier.Text == point =>
                new(WrittenKind.Letter, letter, 0, [], LineOf(place)),
            (MemberAccessExpressionSyntax { Name.Identifier.Text: "shape" } shape, _) => Call(
                place, "size", Of(shape.Expression), Of(index)),
            _ => Unknown(place, place.ToString()),
        };
    }

    private WrittenTerm Member(MemberAccessExpressionSyntax member) => member.ToString() switch
    {
        "Math.PI" => Number(member, Math.PI),
        "Math.E" => Number(member, Math.E),
        _ when member.Name.Identifier.Text == "T" => Call(member, "t", Of(member.Expression)),
        _ => Unknown(member, member.ToString()),
    };

    private WrittenTerm Invoked(InvocationExpressionSyntax call, MemberAccessExpressionSyntax method)
    {
        string word = method.Name.Identifier.Text, on = method.Expression.ToString();
        bool isStatic = on is "Math" or "torch" or "torch.nn.functional";
        if (!isStatic && IsSumOfBytes(word, call)) return Unknown(call, ".sum(0), which sums everything as bytes: .sum(dim: 0) sums along");
        ArgumentSyntax[] arguments = [.. call.ArgumentList.Arguments.OrderBy(Order)];
        if (arguments.Any(one => one.NameColon is { } named && !InOrder.Contains(named.Name.Identifier.Text)))
            return Unknown(call, $"{word}({arguments.First(one => one.NameColon is not null).NameColon})");
        IEnumerable<WrittenTerm> parts = arguments.Select(one => Of(one.Expression));
        WrittenTerm[] calledOn = isStatic ? [] : [Of(method.Expression)];
        return Call(call, on == "Math" ? word.ToLowerInvariant() : word, [.. calledOn, .. parts]);
    }

    // The 0 becomes a type.
    private static bool IsSumOfBytes(string word, InvocationExpressionSyntax call) => word == "sum"
        && call.ArgumentList.Arguments is [{ NameColon: null, Expression: LiteralExpressionSyntax { Token.Value: 0 } }];

    // Arguments without a name keep their places, and stand first.
    private static int Order(ArgumentSyntax argument) => argument.NameColon is null
        ? -1
        : Array.IndexOf(InOrder, argument.NameColon.Name.Identifier.Text);
}
