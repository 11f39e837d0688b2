using Jint;
using Jint.Native;

namespace MlMaths.Torch.Tests.Conventions.Formulas;

/// <summary>
/// Temml, which reads TeX and writes MathML, in an interpreter. Terms are marked by <c>\one{…}</c> to <c>\six{…}</c>;
/// it trusts nothing but that.
/// </summary>
internal sealed class TemmlRenderer : IDisposable
{
    private readonly Engine _engine = new();
    private readonly JsValue _render;

    public TemmlRenderer()
    {
        _engine.Execute(Script());
        _render = _engine.Evaluate("""
            tex => temml.renderToString(tex, {
                displayMode: true, throwOnError: true, trust: context => context.command === '\\class',
                macros: Object.fromEntries(
                    ['one', 'two', 'three', 'four', 'five', 'six'].map((name, i) => ['\\' + name, `\\class{term-${i + 1}}{#1}`]))
            })
            """);
    }

    /// <summary>One element, <c>math</c>, as Temml writes it.</summary>
    /// <exception cref="FormatException">It is no TeX that Temml reads; the message says where.</exception>
    public string Render(string tex)
    {
        try
        {
            return _engine.Invoke(_render, tex).AsString();
        }
        catch (Jint.Runtime.JavaScriptException unread)
        {
            throw new FormatException(unread.Message, unread);
        }
    }

    public void Dispose() => _engine.Dispose();

    private static string Script()
    {
        using Stream script = typeof(TemmlRenderer).Assembly.GetManifestResourceStream("temml.min.js")
            ?? throw new InvalidOperationException("temml.min.js is not part of this build.");
        using StreamReader reader = new(script);
        return reader.ReadToEnd();
    }
}
