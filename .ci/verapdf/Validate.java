import java.io.FileInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates each PDF named on the command line as PDF/UA-1 and as PDF/A-2a.
 * Prints each failed clause once with how often it failed and an example, and
 * ends with status 1 if any file fails either.
 */
public final class Validate {
    private static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        int failed = 0;
        for (String file : files) {
            for (PDFAFlavour flavour : FLAVOURS) {
                if (!holds(file, flavour)) {
                    failed++;
                }
            }
        }
        System.out.printf("%d passed, %d failed%n", files.length * FLAVOURS.size() - failed, failed);
        System.exit(failed == 0 && files.length > 0 ? 0 : 1);
    }

    private static boolean holds(String file, PDFAFlavour flavour) throws Exception {
        try (InputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
            ValidationResult result = validator.validate(parser);
            if (!result.isCompliant()) {
                print(file, flavour, result);
            }
            return result.isCompliant();
        }
    }

    private static void print(String file, PDFAFlavour flavour, ValidationResult result) {
        System.out.println(file + " is not valid " + flavour);
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> examples = new TreeMap<>();
        for (TestAssertion a : result.getTestAssertions()) {
            String clause = a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber();
            counts.merge(clause, 1, Integer::sum);
            examples.putIfAbsent(clause, a.getMessage() + " at " + a.getLocation().getContext());
        }
        counts.forEach((clause, n) -> System.out.println("  " + clause + " (" + n + "): " + examples.get(clause)));
    }
}
