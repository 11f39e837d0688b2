using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>The glossary and the suite say the same: no word without a use, no method without an entry.</summary>
public sealed partial class GlossaryTests
{
    private const string Page = "shared/MlMaths.Torch/GLOSSARY.md";

    /// <summary>Names of methods that pages and code speak of.</summary>
    private static readonly string[] NamedMethods =
    [
        "Adam", "AdamW", "Bayes", "BCa", "Benjamini", "Bernoulli", "Berry", "Bonferroni", "Breusch", "Brier", "Clopper",
        "Cook", "DeLong", "Donner", "Elkan", "Esseen", "Fisher", "GELU", "Hessian", "Holm", "Householder", "Kolmogorov",
        "Kruskal", "Le Cam", "Lloyd", "Matthews", "McNemar", "Nesterov", "Newcombe", "Newton", "Platt", "Poisson",
        "Rand", "ReLU", "RMSprop", "Smirnov", "Spearman", "Student", "Tucker", "Wald", "Welch", "Wilson", "Xavier",
    ];

    /// <summary>Owners of something on a page that are no authors of a method.</summary>
    private static readonly string[] OtherOwners = ["MNIST", "TorchSharp", "Markdown"];

    private static IReadOnlyList<GlossaryTerm> Terms => Glossary.OfTheField.Terms;

    [Fact]
    public void Entries_are_sorted()
    {
        string[] names = [.. Terms.Select(term => term.Name)];
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public void No_form_and_no_address_stands_for_two()
    {
        Convention.Holds(Doubles(Terms.SelectMany(term => term.Forms)), "One entry is enough:");
        Convention.Holds(Doubles(Terms.Select(term => term.Anchor)), "Give one of them another name:");
    }

    [Fact]
    public void Each_has_two_sentences_in_plain_text_and_a_source()
    {
        Convention.Holds(
            Terms.SelectMany(term => new[] { term.WhatItIs, term.WhatFor }).Where(said => !Sentence().IsMatch(said)),
            "A capital, a full stop, and not more than a reader holds in mind:");
        Convention.Holds(
            Terms.Select(term => term.Source).Where(source => !YearOrAddress().IsMatch(source)),
            "Say who, when and what, or where it can be read:");
        Convention.Holds(Terms.Select(AllOf).Where(text => Markup().IsMatch(text)), "It takes no Markdown:");
    }

    [Fact]
    public void The_room_of_each_is_where_its_type_stands_today()
    {
        ILookup<string, string> rooms = CSharpSources.Library.Nodes<BaseTypeDeclarationSyntax>()
            .ToLookup(place => place.Node.Identifier.Text, place => RoomOf(place.Tree.FilePath));
        Convention.Holds(
            Terms.Where(term => !rooms[term.Type].Contains(term.Room)).Select(term =>
                $"{term.Name}: '- Room: {term.Room}, `{term.Type}`' becomes "
                + $"'- Room: {rooms[term.Type].FirstOrDefault() ?? "?"}, `{term.Type}`'"),
            $"Correct the rooms in {Page}:");
    }

    [Fact]
    public void Each_term_is_used_in_the_suite()
    {
        string[] texts =
        [
            .. SourceTree.Files.Where(file => SourceTree.IsProduct(file) || Path.GetFileName(file) == "README.md").Select(SourceTree.Read),
        ];
        HashSet<GlossaryTerm> said = [.. texts.AsParallel().SelectMany(TermsIn)];
        Convention.Holds(
            Terms.Where(term => !said.Contains(term) && !term.Forms.Any(form => texts.Any(text => IsNamed(form, text))))
                .Select(term => term.Name),
            "Take the entry out, or write the form that the suite uses behind Also:");
    }

    [Fact]
    public void Each_named_method_has_an_entry_and_is_spoken_of()
    {
        Convention.Holds(
            NamedMethods.Where(name => !Terms.SelectMany(term => term.Forms).Any(form => Holds(form, name))),
            $"Give it an entry in {Page}:");

        string[] texts = [.. SourceTree.Files.Where(SourceTree.IsProduct).Select(SourceTree.Read)];
        Convention.Holds(
            NamedMethods.Where(name => !texts.Any(text => text.Contains(name, StringComparison.Ordinal))),
            "Nobody speaks of it any more; take it off the list:");
    }

    [Fact]
    public void Whoever_owns_a_method_on_a_page_stands_in_the_glossary() =>
        Convention.Holds(
            NotExplained(CSharpSources.Product.SelectMany(sources => sources.Files).SelectMany(StringsOf)),
            $"Give the method an entry in {Page}, or name its author in a source:");

    [Theory]
    [InlineData("Tested with Nobody's method.", true)]
    [InlineData("Tested by Nobody’s method.", true)]
    [InlineData("This is Elkan's threshold.", false)]
    [InlineData("Today's rows and the model's rows", false)]
    public void A_planted_owner_is_found(string said, bool found) => Assert.Equal(found, NotExplained([said]).Any());

    private static string AllOf(GlossaryTerm term) =>
        string.Join(' ', [term.Name, .. term.OtherForms, term.WhatItIs, term.WhatFor, term.Source]);

    private static IEnumerable<string> Doubles(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key);

    private static string RoomOf(string file) =>
        Path.GetDirectoryName(Path.GetRelativePath("shared/MlMaths.Torch", file))!.Replace('\\', '/');

    private static IEnumerable<GlossaryTerm> TermsIn(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (Glossary.OfTheField.At(text, i) is { } use)
                yield return use.Term;
        }
    }

    /// <summary>Whether a type is called by it: one-cycle is OneCycle.</summary>
    private static bool IsNamed(string form, string text) =>
        text.Contains(string.Concat(form.Where(char.IsLetterOrDigit)), StringComparison.OrdinalIgnoreCase);

    /// <summary>Names before an 's, but for the first word of a sentence, that no entry holds.</summary>
    private static IEnumerable<string> NotExplained(IEnumerable<string> texts) =>
        texts.SelectMany(text => Owner().Matches(text).Select(found => found.Groups[1].Value))
            .Distinct().Except(OtherOwners)
            .Where(name => !Terms.Any(term => term.Forms.Append(term.Source).Any(form => Holds(form, name))));

    private static bool Holds(string form, string name) => Regex.IsMatch(form, $@"\b{Regex.Escape(name)}\b");

    private static IEnumerable<string> StringsOf(SyntaxTree tree) =>
        tree.GetRoot().DescendantTokens()
            .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
            .Select(token => token.ValueText);

    [GeneratedRegex(@"^[\p{Lu}0-9].{10,250}\.\z")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(1[789]|20)\d\d\b|https://")]
    private static partial Regex YearOrAddress();

    [GeneratedRegex(@"[*`\[\]<>|#&]|\b_|_\b")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<=[\p{Ll},;:0-9] )(\p{Lu}[\p{L}\d]+)['’]s\b")]
    private static partial Regex Owner();
}
