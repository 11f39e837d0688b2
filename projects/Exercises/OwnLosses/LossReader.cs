using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Workbench;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Exercises.OwnLosses;

/// <summary>
/// Reads what a learner's loss is made of from its code: locals that are given a value once, and what is returned. Anything else is
/// handed on as a word that no step is known for.
/// </summary>
internal sealed class LossReader
{
    private const string Returned = "L";

    private readonly Dictionary<string, WrittenTerm> _names = [];
    private readonly List<WrittenLine> _lines = [];
    private readonly ExpressionReader _expressions;

    private LossReader(string point) => _expressions = new ExpressionReader(point, _names);

    /// <summary>The lines of the method Loss, in their order; null where the file has none.</summary>
    public static IReadOnlyList<WrittenLine>? Lines(string text)
    {
        SyntaxNode root = LearnerCompiler.Parsed(text);
        MethodDeclarationSyntax? loss = root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(method => method.Identifier.Text == nameof(IOwnLoss.Loss) && method.ParameterList.Parameters.Count == 1
                && method.Parent is TypeDeclarationSyntax { BaseList: not null });
        if (loss is null) return null;
        var reader = new LossReader(loss.ParameterList.Parameters[0].Identifier.Text);
        if (loss.ExpressionBody is { } body)
            reader.Return(body.Expression);
        else if (loss.Body is { } block)
            reader.Read(block);
        return reader._lines;
    }

    private void Read(BlockSyntax block)
    {
        foreach (StatementSyntax statement in block.Statements)
        {
            switch (statement)
            {
                case LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } locals:
                    foreach (VariableDeclaratorSyntax local in locals.Declaration.Variables)
                    {
                        if (local.Initializer is { } given) Take(local.Identifier.Text, given.Value);
                    }
                    break;
                case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } when IsPairs(assignment):
                    break;
                case ReturnStatementSyntax { Expression: { } returned }:
                    Return(returned);
                    return;
                default:
                    _lines.Add(new(Returned, ExpressionReader.Unknown(statement, statement.GetFirstToken().Text)));
                    return;
            }
        }
    }

    /// <summary>(Tensor X, Tensor y) = (at["X"], at["y"]).</summary>
    private bool IsPairs(AssignmentExpressionSyntax assignment)
    {
        if (assignment.Right is not TupleExpressionSyntax values) return false;
        string[] names = assignment.Left switch
        {
            TupleExpressionSyntax left => [.. left.Arguments.Select(one => (one.Expression as DeclarationExpressionSyntax)?.Designation)
                .Select(one => one is SingleVariableDesignationSyntax name ? name.Identifier.Text : "")],
            DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax all } => [.. all.Variables.Select(one =>
                one is SingleVariableDesignationSyntax name ? name.Identifier.Text : "")],
            _ => [],
        };
        if (names.Length != values.Arguments.Count || names.Contains("")) return false;
        foreach ((string name, ArgumentSyntax value) in names.Zip(values.Arguments))
            Take(name, value.Expression);
        return true;
    }

    // An input, a number and a size are no steps: they go where their names stand.
    private void Take(string name, ExpressionSyntax value)
    {
        WrittenTerm term = _expressions.Of(value);
        bool isStep = term.Kind == WrittenKind.Call && !IsNumber(term);
        if (isStep) _lines.Add(new(name, term));
        _names[name] = isStep ? new(WrittenKind.Letter, name, 0, [], term.Line) : term;
    }

    private static bool IsNumber(WrittenTerm term) => term.Kind == WrittenKind.Number
        || (term.Kind == WrittenKind.Call && (term.Word == "size" || (term.Word is "+" or "-" or "*" or "/" && term.Parts.All(IsNumber))));

    private void Return(ExpressionSyntax value)
    {
        WrittenTerm term = _expressions.Of(value);
        bool isNamed = term.Kind == WrittenKind.Letter && _lines.Count > 0 && _lines[^1].Name == term.Word;
        if (isNamed) _lines[^1] = _lines[^1] with { Name = Returned };
        else _lines.Add(new(Returned, term));
    }
}
